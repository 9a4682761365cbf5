using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;

namespace CloudletK8s.TestKit.Servers;

public sealed record ApiAnswer(int Code, byte[] Bytes, IReadOnlyDictionary<string, IReadOnlyList<string>> Headers)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public TreeObject Json => field ??= JsonTreeReader.ReadTrusted(Bytes);

    public string Message => Json.Text("message") ?? "";

    public string Reason => Json.Text("reason") ?? "";

    public TreeObject Metadata => Json.Object("metadata")!;

    public string Version => Metadata.Text("resourceVersion")!;

    public IReadOnlyList<TreeObject> Items => [.. Json.List("items")!.Objects()];

    public IReadOnlyList<string> ItemNames => [.. Items.Select(item => item.Object("metadata")!.Text("name")!)];

    /// <summary>The sentences of the Warning headers.</summary>
    public IReadOnlyList<string> Warnings => Headers.TryGetValue("Warning", out var lines) ? lines : [];

    public ApiAnswer Expect(int code)
    {
        Assert.True(Code == code, $"{code} was expected, {Code} came: {Text}");
        return this;
    }

    /// <summary>A Status object with this code, reason and message.</summary>
    public void ExpectStatus(int code, string reason, string message)
    {
        Expect(code);
        Assert.Equal("Status", Json.Text("kind"));
        Assert.Equal("v1", Json.Text("apiVersion"));
        Assert.Equal("Failure", Json.Text("status"));
        Assert.Equal(message, Message);
        Assert.Equal(reason, Reason);
        Assert.Equal(code, Json.Whole("code"));
    }
}
