using System.Net;
using System.Net.Http.Json;
using CloudletK8s.TestKit.Azurite;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.Cloudlet.Tests.Hosting;

public sealed class ServerOnAzurite
{
    [Fact]
    public async Task Loses_nothing_when_it_is_killed_and_nothing_when_it_ends_with_its_emulator()
    {
        using var data = new TestDirectory();
        var environment = new Dictionary<string, string?> { ["CLOUDLET_AZURITE"] = await AzuriteFixture.Install() };
        string[] arguments = ["--store", "azurite"];
        Directory.CreateDirectory(Path.Combine(data.Path, "azurite")); // So that none that happens to run here is taken.

        await using (var first = await CloudletProcess.Start(data.Path, arguments, environment))
        {
            using var created = await first.Client.PostAsJsonAsync(
                "api/v1/namespaces", new { apiVersion = "v1", kind = "Namespace", metadata = new { name = "kept" } });
            created.EnsureSuccessStatusCode();
            await first.Kill();
        }

        for (var start = 0; start < 2; start++)
        {
            await using var next = await CloudletProcess.Start(data.Path, arguments, environment);
            using var found = await next.Client.GetAsync(new Uri("api/v1/namespaces/kept", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, found.StatusCode);
            Assert.Equal(0, await next.Terminate());
        }
    }
}
