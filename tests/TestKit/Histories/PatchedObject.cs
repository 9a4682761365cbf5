using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.TestKit.Histories;

/// <summary>
/// One object that many clients patch and apply to at once, each with keys of its own and without naming a revision, so that the
/// server must carry each change over to what the others have made of the object meanwhile.
/// </summary>
public sealed record PatchedObject(IReadOnlyCollection<string> Acknowledged, IReadOnlyCollection<string> Unknown, IReadOnlyCollection<string> Found)
{
    private const int ClientsPerServer = 4;
    private const string Collection = "api/v1/namespaces/default/configmaps";

    public static async Task<PatchedObject> Run(
        IReadOnlyList<Func<CancellationToken, ValueTask<HttpClient>>> servers, int patchesPerClient, Action? onAcknowledged = null)
    {
        var name = $"patched-{Guid.NewGuid():N}";
        var first = await servers[0](CancellationToken.None);
        using var created = await first.PostAsJsonAsync(Collection, new { metadata = new { name } });
        created.EnsureSuccessStatusCode();

        var (acknowledged, unknown) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        await Task.WhenAll(servers.SelectMany((server, at) => Enumerable.Range(0, ClientsPerServer).Select(client => Task.Run(async () =>
        {
            for (var i = 0; i < patchesPerClient; i++)
            {
                var key = $"s{at}-c{client}-{i}";
                bool? known;
                do
                    known = await Patch(await server(CancellationToken.None), name, key, applies: i % 2 == 1);
                while (known == false);

                if (known == true)
                {
                    acknowledged.Add(key);
                    onAcknowledged?.Invoke();
                }
                else
                    unknown.Add(key);
            }
        }))));

        var last = await servers[^1](CancellationToken.None);
        var found = JsonNode.Parse(await last.GetStringAsync(new Uri($"{Collection}/{name}", UriKind.Relative)))!["data"]!.AsObject();
        return new([.. acknowledged], [.. unknown], [.. found.Select(entry => entry.Key)]);
    }

    /// <returns>False: the server asks to try again. Null: the connection broke, and nobody knows.</returns>
    private static async Task<bool?> Patch(HttpClient client, string name, string key, bool applies)
    {
        using var body = new StringContent(
            $$$"""{"apiVersion":"v1","kind":"ConfigMap","data":{"{{{key}}}":"1"}}""",
            MediaTypeHeaderValue.Parse(applies ? PlainClient.Apply : PlainClient.MergePatch));
        try
        {
            using var response = await client.PatchAsync(new Uri($"{Collection}/{name}?fieldManager={key}", UriKind.Relative), body);
            return response.StatusCode == HttpStatusCode.Conflict ? false
                : response.EnsureSuccessStatusCode().IsSuccessStatusCode;
        }
        catch (Exception ex) when (ex is HttpRequestException { StatusCode: null } or IOException)
        {
            return null;
        }
    }
}
