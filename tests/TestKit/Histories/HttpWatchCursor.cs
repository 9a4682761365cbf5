using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Store;

namespace CloudletK8s.TestKit.Histories;

/// <summary>
/// A watch that hangs up after every few events and goes on from the last revision that it saw, as clients do whose connection
/// breaks; also when the server ends it or is gone.
/// </summary>
internal sealed class HttpWatchCursor(Func<CancellationToken, ValueTask<HttpClient>> server, string collection, string space, long after)
    : IWatchCursor
{
    private const int EventsAConnection = 12;

    private readonly CancellationTokenSource _disposed = new();
    private Task<Change?>? _next;
    private StreamReader? _lines;
    private int _left;

    public long Revision { get; private set; } = after;

    public bool TryRead([NotNullWhen(true)] out Change? change)
    {
        change = null;
        _next ??= Next();
        if (!_next.IsCompletedSuccessfully || _next.Result is not { } read)
            return false;

        (_next, change, Revision) = (null, read, read.Revision);
        return true;
    }

    public async ValueTask<bool> WaitToRead(CancellationToken cancellationToken) =>
        await (_next ??= Next()).WaitAsync(cancellationToken) is not null;

    public void Dispose()
    {
        _disposed.Cancel();
        _lines?.Dispose();
    }

    /// <returns>Null: history does not reach back that far.</returns>
    private async Task<Change?> Next()
    {
        while (true)
        {
            try
            {
                if (_lines is null || _left == 0)
                    await Connect();

                _left--;
                if (await _lines!.ReadLineAsync(_disposed.Token) is not { } line)
                    Disconnect();
                else if (Read(line) is not { } read)
                    return null;
                else if (read.Type is { } type)
                    return new Change(type, HttpObjects.Read(read.About, space), null);
                else
                    Revision = HttpObjects.Revision(read.About.Object("metadata")!); // Somebody else's.
            }
            catch (Exception ex) when (ex is HttpRequestException or IOException)
            {
                Disconnect();
            }
        }
    }

    private async Task Connect()
    {
        Disconnect();
        var client = await server(_disposed.Token);
        var response = await client.GetAsync(
            $"{collection}?watch=true&resourceVersion={Revision}", HttpCompletionOption.ResponseHeadersRead, _disposed.Token);
        if (response.StatusCode != HttpStatusCode.OK)
            throw new HttpRequestException($"The watch was answered with {response.StatusCode}.");

        _lines = new StreamReader(await response.Content.ReadAsStreamAsync(_disposed.Token));
        _left = EventsAConnection;
    }

    private void Disconnect()
    {
        _lines?.Dispose();
        _lines = null;
    }

    /// <returns>Null: history does not reach back that far. A change without a type is not the workload's.</returns>
    private static (ChangeType? Type, TreeObject About)? Read(string line)
    {
        var told = JsonTreeReader.ReadTrusted(Encoding.UTF8.GetBytes(line));
        var about = told.Object("object")!;
        ChangeType? type = told.Text("type") switch
        {
            "ADDED" => ChangeType.Added,
            "MODIFIED" => ChangeType.Modified,
            "DELETED" => ChangeType.Deleted,
            _ => null,
        };
        if (type is null)
            return about.Whole("code") == (int)HttpStatusCode.Gone ? null : throw new HttpRequestException($"The watch said {line}");

        return (HttpObjects.IsOurs(about) ? type : null, about);
    }
}
