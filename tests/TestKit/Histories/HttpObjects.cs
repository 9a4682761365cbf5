using System.Globalization;
using CloudletK8s.Api.Trees;
using CloudletK8s.Store;
using CloudletK8s.TestKit.Stores;

namespace CloudletK8s.TestKit.Histories;

/// <summary>Between objects as a server sends them, which carry the value as an annotation, and the small ones of the workload.</summary>
internal static class HttpObjects
{
    public static bool IsOurs(TreeObject served) => HistoryWorkload.IsKey(served.Object("metadata")!.Text("name") ?? "");

    public static long Revision(TreeObject metadata) => long.Parse(metadata.Text("resourceVersion")!, CultureInfo.InvariantCulture);

    public static string Value(ReadOnlyMemory<byte> json) => TestObjects.Value(new StoredObject(default, 0, json));

    /// <summary>The key is the workload's, whatever the namespace on the server is called.</summary>
    public static StoredObject Read(TreeObject served, string space)
    {
        var metadata = served.Object("metadata")!;
        Assert.Equal(space, metadata.Text("namespace"));
        var key = HistoryWorkload.Key(metadata.Text("name")!);
        var value = metadata.Object("annotations")?.Text("value") ?? "";
        return new StoredObject(key, Revision(metadata), TestObjects.Write(ChangeType.Modified, key, value, null).Json);
    }
}
