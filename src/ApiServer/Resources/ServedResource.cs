using System.Text;
using CloudletK8s.Api.Autoscaling.V1.Rules;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Rules;
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

    public bool NeedsConversion => Kind.ApiVersion != Storage.ApiVersion;

    /// <summary>Objects of custom resources name their type inside lists too.</summary>
    public bool IsCustom => Kind.Record is null;

    /// <summary>What every stored object starts with; the items of a list are written without it.</summary>
    public byte[] TypePrefix { get; } = Encoding.UTF8.GetBytes($"{{\"kind\":\"{storage.Kind}\",\"apiVersion\":\"{storage.ApiVersion}\",");

    public override string ToString() => Kind.ToString();
}
