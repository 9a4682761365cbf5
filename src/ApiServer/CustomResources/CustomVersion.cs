using System.Runtime.CompilerServices;
using CloudletK8s.Api.CustomResources;
using CloudletK8s.Api.Defaults;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.CustomResources;

/// <summary>
/// How one version of a custom resource shows what is stored. While a definition has a single version and has never changed,
/// every object is stored as it is shown; from then on objects are brought up to date when they are read, once each.
/// </summary>
internal sealed class CustomVersion(KindInfo shown, KindInfo stored, bool isFixed, bool byWebhook)
{
    private readonly ConditionalWeakTable<StoredObject, byte[]> _bytes = [];

    public ReadOnlyMemory<byte> Bytes(StoredObject stored) =>
        isFixed ? stored.Json : _bytes.GetValue(stored, known => JsonTreeWriter.ToUtf8(Shown(StoredTrees.Read(known))));

    /// <param name="tree">As it was stored; the caller's own.</param>
    public TreeObject Shown(TreeObject tree) => isFixed ? tree : Convert(Current(tree), shown);

    /// <summary>In the version that is stored now, whatever version and schema it was stored in.</summary>
    public TreeObject Current(TreeObject tree) => isFixed ? tree : UpToDate(Named(tree, stored), stored);

    /// <summary>The given tree stays as it is.</summary>
    public TreeObject Convert(TreeObject tree, KindInfo version) =>
        tree.Text("apiVersion") == version.ApiVersion ? tree : UpToDate(Named(tree.CloneObject(), version), version);

    private TreeObject Named(TreeObject tree, KindInfo version)
    {
        if (tree.Text("apiVersion") == version.ApiVersion)
            return tree;

        if (byWebhook)
        {
            throw new ApiException(
                500,
                "InternalError",
                $"conversion of {tree.Text("apiVersion")} {version.Kind} to {version.ApiVersion} needs the definition's webhook, which this server does not call; use {stored.ApiVersion}");
        }

        tree.Set("apiVersion", version.ApiVersion);
        return tree;
    }

    private static TreeObject UpToDate(TreeObject tree, KindInfo version)
    {
        SchemaPruning.Prune(tree, version.Schema);
        ObjectDefaults.Apply(tree, version.Schema);
        return tree;
    }
}
