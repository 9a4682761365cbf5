using CloudletK8s.Api.Conversions;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Resources;

/// <summary>Stored objects in the version that is served.</summary>
internal static class ServedJson
{
    /// <summary>The stored bytes themselves wherever the version is the stored one.</summary>
    public static ReadOnlyMemory<byte> Bytes(ServedResource resource, StoredObject stored) =>
        resource.Custom is { } custom ? custom.Bytes(stored)
        : resource.NeedsConversion ? JsonTreeWriter.ToUtf8(Tree(resource, stored))
        : stored.Json;

    public static TreeObject Tree(ServedResource resource, StoredObject stored)
    {
        if (resource.Custom is { } custom)
            return custom.Shown(stored);

        var tree = StoredTrees.Read(stored);
        return resource.NeedsConversion ? KindConversions.Convert(tree, resource.Kind.ApiVersion) : tree;
    }

    /// <summary>The object in the version that is stored now, which may not be the one that it was stored in.</summary>
    public static ValueTask<TreeObject> Stored(ServedResource resource, StoredObject stored, CancellationToken cancellationToken)
    {
        var tree = StoredTrees.Read(stored);
        return resource.Custom is { } custom ? custom.Current(tree, cancellationToken) : new(tree);
    }
}
