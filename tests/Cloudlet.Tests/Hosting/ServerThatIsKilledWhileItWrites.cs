using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.Cloudlet.Tests.Hosting;

public sealed class ServerThatIsKilledWhileItWrites
{
    private const int Clients = 8;
    private const int WritesBeforeTheKill = 200;

    private static readonly Uri ConfigMaps = new("api/v1/namespaces/default/configmaps", UriKind.Relative);

    [Fact]
    public async Task Has_every_acknowledged_write_afterwards()
    {
        using var data = new TestDirectory();
        var acknowledged = new ConcurrentDictionary<string, long>();
        for (var life = 0; life < 3; life++)
        {
            await using var server = await CloudletProcess.Start(data.Path);
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var before = acknowledged.Count;
            var clients = Enumerable.Range(0, Clients).Select(client => Write(server, $"l{life}-c{client}", name =>
            {
                if (acknowledged.Count >= before + WritesBeforeTheKill)
                    enough.TrySetResult();
            }, acknowledged)).ToList();
            await enough.Task.WaitAsync(TimeSpan.FromSeconds(60));
            await server.Kill();
            await Task.WhenAll(clients);
        }

        await using var last = await CloudletProcess.Start(data.Path);
        using var list = JsonDocument.Parse(await last.Client.GetStringAsync(ConfigMaps));
        var found = list.RootElement.GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("metadata"))
            .ToDictionary(metadata => metadata.GetProperty("name").GetString()!, Revision);
        foreach (var (name, revision) in acknowledged)
            Assert.Equal(revision, found.GetValueOrDefault(name));
        Assert.Equal(found.Count, found.Values.Distinct().Count());
        Assert.True(acknowledged.Count >= 3 * WritesBeforeTheKill);
    }

    private static async Task Write(CloudletProcess server, string client, Action<string> written, ConcurrentDictionary<string, long> acknowledged)
    {
        for (var i = 0; ; i++)
        {
            var name = $"{client}-{i}";
            try
            {
                using var response = await server.Client.PostAsJsonAsync(
                    ConfigMaps, new { apiVersion = "v1", kind = "ConfigMap", metadata = new { name } });
                response.EnsureSuccessStatusCode();
                using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                acknowledged[name] = Revision(body.RootElement.GetProperty("metadata"));
                written(name);
            }
            catch (Exception ex) when (ex is HttpRequestException { StatusCode: null } or IOException)
            {
                return; // Killed.
            }
        }
    }

    private static long Revision(JsonElement metadata) => long.Parse(metadata.GetProperty("resourceVersion").GetString()!);
}
