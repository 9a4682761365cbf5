using System.Text;
using CloudletK8s.Api.Autoscaling.V1.Rules;
using CloudletK8s.Api.Conversions;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.CustomResources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Resources;

/// <summary>A resource as one of its versions serves it.</summary>
public sealed class ServedResource(KindInfo kind, KindInfo storage, KindStrategy strategy, IResourceStore? store)
{
    public KindInfo Kind { get; } = kind;

    /// <summary>The version that is stored. The same as <see cref="Kind"/> but for groups that serve several versions.</summary>
    public KindInfo Storage { get; } = storage;

    public KindStrategy Strategy { get; } = strategy;

    /// <summary>Null for kinds that are answered and not kept (reviews).</summary>
    public IResourceStore? Store { get; } = store;

    public SelectableFields SelectableFields { get; init; } = SelectableFields.Of(storage.Record);

    /// <summary>What the scale subresource shows, where there is one.</summary>
    public ScalePaths ScalePaths { get; init; } = ScalePaths.BuiltIn;

    /// <summary>How objects of a custom resource get from version to version; null for built-in kinds.</summary>
    internal CustomVersion? Custom { get; init; }

    public bool NeedsConversion => Kind.ApiVersion != Storage.ApiVersion;

    /// <summary>Objects of custom resources name their type inside lists too.</summary>
    public bool IsCustom => Kind.Record is null;

    /// <summary>What every stored object starts with; the items of a list are written without it.</summary>
    public byte[] TypePrefix { get; } = Encoding.UTF8.GetBytes($"{{\"kind\":\"{storage.Kind}\",\"apiVersion\":\"{storage.ApiVersion}\",");

    /// <summary>The given tree stays as it is; the new one may share parts with it.</summary>
    internal ValueTask<TreeObject> Convert(TreeObject tree, KindInfo version, CancellationToken cancellationToken) =>
        Custom is { } custom ? custom.Convert(tree, version, cancellationToken) : new(KindConversions.Convert(tree, version.ApiVersion));

    public override string ToString() => Kind.ToString();
}
