using System.Net;
using System.Net.Http.Json;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.Cloudlet.Tests.Snapshots;

public sealed class SnapshotOfACluster : IDisposable
{
    private readonly TestDirectory _directory = new();

    private string File => Path.Combine(_directory.Path, "snapshot");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Brings_every_object_back_in_another_directory()
    {
        var original = Path.Combine(_directory.Path, "original");
        var copy = Path.Combine(_directory.Path, "copy");
        await SaveClusterWithNamespace(original, "kept");

        Assert.Equal(0, await Run("snapshot", "restore", File, "--data", copy));

        await using var server = await CloudletProcess.Start(copy);
        using var found = await server.Client.GetAsync(new Uri("api/v1/namespaces/kept", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
    }

    [Fact]
    public async Task Is_not_restored_over_a_cluster()
    {
        var original = Path.Combine(_directory.Path, "original");
        await SaveClusterWithNamespace(original, "kept");

        Assert.Equal(2, await Run("snapshot", "restore", File, "--data", original));
    }

    [Fact]
    public async Task Is_refused_when_it_is_damaged_and_leaves_the_directory_usable()
    {
        var copy = Path.Combine(_directory.Path, "copy");
        await SaveClusterWithNamespace(Path.Combine(_directory.Path, "original"), "kept");
        var bytes = await System.IO.File.ReadAllBytesAsync(File);
        bytes[bytes.Length / 2] ^= 1;
        await System.IO.File.WriteAllBytesAsync(File, bytes);

        Assert.Equal(2, await Run("snapshot", "restore", File, "--data", copy));

        await using var server = await CloudletProcess.Start(copy);
        using var missing = await server.Client.GetAsync(new Uri("api/v1/namespaces/kept", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private async Task SaveClusterWithNamespace(string data, string name)
    {
        await using (var server = await CloudletProcess.Start(data))
        {
            using var created = await server.Client.PostAsJsonAsync(
                "api/v1/namespaces", new { apiVersion = "v1", kind = "Namespace", metadata = new { name } });
            created.EnsureSuccessStatusCode();
            Assert.Equal(0, await server.Terminate());
        }

        Assert.Equal(0, await Run("snapshot", "save", File, "--data", data));
    }

    private static async Task<int> Run(params string[] arguments)
    {
        await using var process = ServerProcess.Start(BuiltProgram.Of("Cloudlet"), arguments);
        return await process.WaitForEnd();
    }
}
