using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Resources;

internal static class StoredTrees
{
    /// <summary>A tree of one's own, free to be changed.</summary>
    public static TreeObject Read(StoredObject stored) => JsonTreeReader.ReadTrusted(stored.Json.Span);

    /// <summary>The same object under another revision: what a watcher is told when an object leaves its selection.</summary>
    public static StoredObject At(StoredObject stored, long revision)
    {
        var tree = Read(stored);
        tree.ObjectOrNew("metadata").Set("resourceVersion", revision.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return new(stored.Key, revision, JsonTreeWriter.ToUtf8(tree));
    }
}
