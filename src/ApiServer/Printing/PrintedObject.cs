using CloudletK8s.Api.Conversions;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Printing;

/// <param name="Tree">In the version that is stored.</param>
/// <param name="Json">In the version that is served.</param>
internal readonly record struct PrintedObject(TreeObject Tree, ReadOnlyMemory<byte> Json)
{
    public static PrintedObject Of(ServedResource resource, StoredObject stored) =>
        new(StoredTrees.Read(stored), ServedJson.Bytes(resource, stored));

    /// <param name="storage">The kind as it is stored.</param>
    public static PrintedObject Of(TreeObject tree, KindInfo storage) => new(
        tree.Text("apiVersion") == storage.ApiVersion ? tree : KindConversions.Convert(tree.CloneObject(), storage.ApiVersion),
        JsonTreeWriter.ToUtf8(tree));
}
