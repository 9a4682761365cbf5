using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Store;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.TestKit.Histories;

/// <summary>
/// The service accounts of one namespace of a server, seen as a store: that kind answers a deletion with the object, hence with
/// its revision. Changes go out in turn as an update and as each kind of patch that an object must exist for; lists come in pages and whole.
/// </summary>
/// <param name="server">Whoever serves now; it may be another one after each call.</param>
public sealed class HttpResourceStore(Func<CancellationToken, ValueTask<HttpClient>> server, string space) : IResourceStore
{
    private const string FieldManager = "fieldManager=history";

    private int _turn;
    private long _revision;

    /// <summary>Called for each write that the server has confirmed.</summary>
    public Action Acknowledged { get; init; } = static () => { };

    public long Revision => Volatile.Read(ref _revision);

    internal string Collection => $"api/v1/namespaces/{space}/serviceaccounts";

    public async ValueTask<StoredObject?> Get(ObjectKey key, CancellationToken cancellationToken)
    {
        var (code, body) = await Send(HttpMethod.Get, Path(key), null, PlainClient.Json, cancellationToken);
        return code == HttpStatusCode.NotFound ? null : HttpObjects.Read(Expect(body, code, HttpStatusCode.OK), space);
    }

    public async ValueTask<ReadResult> Read(ReadAt at, CancellationToken cancellationToken)
    {
        if (at is not ReadAt.Newest)
            throw new NotSupportedException($"{at} is not asked of a server.");

        var pages = Turn() % 2 == 0 ? "?limit=2" : "?";
        var found = new List<StoredObject>();
        for (var next = ""; ;)
        {
            var (code, body) = await Send(HttpMethod.Get, $"{Collection}{pages}{next}", null, PlainClient.Json, cancellationToken);
            var list = Expect(body, code, HttpStatusCode.OK);
            found.AddRange(list.List("items")!.Objects().Where(HttpObjects.IsOurs).Select(item => HttpObjects.Read(item, space)));
            var metadata = list.Object("metadata")!;
            if (metadata.Text("continue") is not { Length: > 0 } token)
                return new ReadResult.Found(new HttpSnapshot(Known(HttpObjects.Revision(metadata)), found));

            next = $"&continue={Uri.EscapeDataString(token)}";
        }
    }

    public async ValueTask<CommitResult> Commit(ObjectWrite write, CancellationToken cancellationToken)
    {
        var (method, path, body, type) = Request(write);
        var (code, answer) = await Send(method, path, body, type, cancellationToken);
        if (code is HttpStatusCode.Conflict or HttpStatusCode.NotFound)
        {
            return await Get(write.Key, cancellationToken) is not { } newest ? CommitResult.NotFound.Instance
                : write.Type == ChangeType.Added ? new CommitResult.AlreadyExists(newest)
                : new CommitResult.Conflict(newest);
        }

        var stored = HttpObjects.Read(Expect(answer, code, HttpStatusCode.OK, HttpStatusCode.Created), space);
        Known(stored.Revision);
        Acknowledged();
        return new CommitResult.Committed(stored);
    }

    public ValueTask<IWatchCursor?> Watch(long afterRevision, CancellationToken cancellationToken) =>
        new(new HttpWatchCursor(server, Collection, space, Math.Max(1, afterRevision)));

    private (HttpMethod Method, string Path, string Body, string Type) Request(ObjectWrite write)
    {
        var value = HttpObjects.Value(write.Json);
        var version = write.ExpectedRevision?.ToString(CultureInfo.InvariantCulture);
        var metadata = $$"""{"name":"{{write.Key.Name}}","resourceVersion":"{{version}}","annotations":{"value":"{{value}}"} }""";
        var whole = $$"""{"apiVersion":"v1","kind":"ServiceAccount","metadata":{{metadata}} }""";
        var path = Path(write.Key);
        return write.Type switch
        {
            ChangeType.Added => (HttpMethod.Post, $"{Collection}?{FieldManager}", whole, PlainClient.Json),
            ChangeType.Deleted => (HttpMethod.Delete, path, $$"""{"preconditions":{"resourceVersion":"{{version}}"} }""", PlainClient.Json),
            _ => (Turn() % 4) switch
            {
                0 => (HttpMethod.Patch, path, $$"""{"metadata":{{metadata}} }""", PlainClient.MergePatch),
                1 => (HttpMethod.Patch, path, $$"""{"metadata":{{metadata}} }""", PlainClient.StrategicPatch),
                2 => (HttpMethod.Patch, path, JsonPatch(version!, value), PlainClient.JsonPatch),
                _ => (HttpMethod.Put, $"{path}?{FieldManager}", whole, PlainClient.Json),
            },
        };
    }

    private static string JsonPatch(string version, string value) => $$"""
        [{"op":"replace","path":"/metadata/resourceVersion","value":"{{version}}"},
         {"op":"replace","path":"/metadata/annotations/value","value":"{{value}}"}]
        """;

    private async ValueTask<(HttpStatusCode Code, TreeObject Body)> Send(
        HttpMethod method, string path, string? body, string type, CancellationToken cancellationToken)
    {
        var client = await server(cancellationToken);
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, MediaTypeHeaderValue.Parse(type));

        using var response = await client.SendAsync(request, cancellationToken);
        return (response.StatusCode, JsonTreeReader.ReadTrusted(await response.Content.ReadAsByteArrayAsync(cancellationToken)));
    }

    private static TreeObject Expect(TreeObject body, HttpStatusCode code, params HttpStatusCode[] expected) =>
        expected.Contains(code) ? body : throw new HttpRequestException($"{code}: {body.Text("message")}");

    private string Path(ObjectKey key) => $"{Collection}/{key.Name}";

    private int Turn() => Interlocked.Increment(ref _turn) - 1;

    private long Known(long revision)
    {
        for (var known = Revision; known < revision; known = Revision)
            Interlocked.CompareExchange(ref _revision, revision, known);

        return revision;
    }
}
