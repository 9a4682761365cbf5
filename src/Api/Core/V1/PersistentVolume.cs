using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Piece of storage that an administrator provisioned, a resource of the cluster just as a node is.</summary>
[Kind("v1", "persistentvolumes", ClusterScoped = true, ShortNames = ["pv"])]
[Subresource("status", "get,patch,update")]
public sealed record PersistentVolume : IApiObject
{
    /// <summary>Name, labels, annotations and other standard object metadata.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Properties of the volume, which the cluster owns and an administrator provisions.</summary>
    [Field(2, Always = true)]
    [Default(DefaultAttribute.EmptyObject)]
    public PersistentVolumeSpec? Spec { get; init; }

    /// <summary>Present state of the volume. The system fills it in; it is read-only.</summary>
    [Field(3, Always = true)]
    [Default(DefaultAttribute.EmptyObject)]
    public PersistentVolumeStatus? Status { get; init; }
}
