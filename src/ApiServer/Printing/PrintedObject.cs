using CloudletK8s.Api.Conversions;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Printing;

/// <param name="Tree">In the version that its printer knows: built-in kinds are printed as they are stored, custom ones as they are served.</param>
/// <param name="Json">In the version that is served.</param>
internal readonly record struct PrintedObject(TreeObject Tree, ReadOnlyMemory<byte> Json)
{
    public static PrintedObject Of(ServedResource resource, StoredObject stored) =>
        new(resource.IsCustom ? ServedJson.Tree(resource, stored) : StoredTrees.Read(stored), ServedJson.Bytes(resource, stored));

    /// <param name="printed">The kind as its printer knows it.</param>
    public static PrintedObject Of(TreeObject tree, KindInfo printed) => new(
        tree.Text("apiVersion") == printed.ApiVersion ? tree : KindConversions.Convert(tree.CloneObject(), printed.ApiVersion),
        JsonTreeWriter.ToUtf8(tree));
}
