using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.TestKit.Servers;

/// <summary>The events of a watch, one at a time.</summary>
public sealed class WatchReader(HttpResponseMessage response, Stream stream) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly StreamReader _lines = new(stream);

    public int Code => (int)response.StatusCode;

    /// <returns>Null when the server has ended the watch.</returns>
    public async Task<WatchEventRead?> Next()
    {
        var line = await _lines.ReadLineAsync().WaitAsync(Limit);
        if (line is null)
            return null;

        var tree = JsonTreeReader.ReadTrusted(System.Text.Encoding.UTF8.GetBytes(line));
        return new(tree.Text("type")!, tree.Object("object")!);
    }

    /// <summary>As "ADDED a": the type and the object's name.</summary>
    public async Task<string> NextShort() => await Next() is { } read ? $"{read.Type} {read.Object.Object("metadata")?.Text("name")}" : "end";

    public void Dispose()
    {
        _lines.Dispose();
        response.Dispose();
    }
}

public sealed record WatchEventRead(string Type, TreeObject Object);
