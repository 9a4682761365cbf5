using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CloudletK8s.TestKit.Azurite;
using CloudletK8s.TestKit.Histories;
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

    [Fact]
    public async Task Is_of_one_moment_of_a_server_that_writes_on()
    {
        var copy = Path.Combine(_directory.Path, "copy");
        await using var server = await CloudletProcess.Start(Path.Combine(_directory.Path, "original"));
        using var enough = new CancellationTokenSource();
        var pairs = new WriteCount();
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() => WritePairs(server.Client, writer, pairs, enough.Token))).ToList();
        await pairs.Reaches(50).WaitAsync(TimeSpan.FromSeconds(60));

        var (code, output) = await Save(server.Data);
        await pairs.Reaches(60).WaitAsync(TimeSpan.FromSeconds(60)); // Nobody had to wait for the save.
        await enough.CancelAsync();
        await Task.WhenAll(writers);

        Assert.True(code == 0, output);
        Assert.Equal(0, await Run("snapshot", "restore", File, "--data", copy));
        await using var restored = await CloudletProcess.Start(copy);
        var (first, second) = (await Names(restored.Client, "secrets"), await Names(restored.Client, "configmaps"));

        // Each secret was acknowledged before its config map was sent, and is saved after it.
        Assert.True(second.Count >= 50);
        Assert.Empty(second.Except(first));
        Assert.InRange(first.Count - second.Count, 0, 4);
    }

    [Fact]
    public async Task Is_taken_of_a_server_on_azurite_too()
    {
        var (original, copy) = (Path.Combine(_directory.Path, "original"), Path.Combine(_directory.Path, "copy"));
        var environment = new Dictionary<string, string?> { ["CLOUDLET_AZURITE"] = await AzuriteFixture.Install() };
        Directory.CreateDirectory(Path.Combine(original, "azurite")); // So that none that happens to run here is taken.
        await using var server = await CloudletProcess.Start(original, ["--store", "azurite"], environment);
        using var created = await server.Client.PostAsJsonAsync("api/v1/namespaces", new { metadata = new { name = "kept" } });
        created.EnsureSuccessStatusCode();

        Assert.Equal(0, await Run("snapshot", "save", File, "--data", original, "--store", "azurite"));

        Assert.Equal(0, await Run("snapshot", "restore", File, "--data", copy));
        await using var restored = await CloudletProcess.Start(copy);
        using var found = await restored.Client.GetAsync(new Uri("api/v1/namespaces/kept", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Equal(0, await server.Terminate());
    }

    private static async Task WritePairs(HttpClient client, int writer, WriteCount pairs, CancellationToken enough)
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            foreach (var resource in new[] { "secrets", "configmaps" })
            {
                using var created = await client.PostAsJsonAsync(
                    $"api/v1/namespaces/default/{resource}", new { metadata = new { name = $"pair-{writer}-{i}" } }, CancellationToken.None);
                created.EnsureSuccessStatusCode();
            }

            pairs.Add();
        }
    }

    private static async Task<HashSet<string>> Names(HttpClient client, string resource)
    {
        using var list = JsonDocument.Parse(await client.GetStringAsync(new Uri($"api/v1/namespaces/default/{resource}", UriKind.Relative)));
        return [.. list.RootElement.GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("metadata").GetProperty("name").GetString()!)
            .Where(name => name.StartsWith("pair-", StringComparison.Ordinal))];
    }

    private async Task<(int Code, string Output)> Save(string data)
    {
        await using var process = ServerProcess.Start(BuiltProgram.Of("Cloudlet"), ["snapshot", "save", File, "--data", data]);
        return (await process.WaitForEnd(), process.Output + process.Errors);
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
