using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Request of a user for storage, and the title to the volume that satisfies it.</summary>
[Kind("v1", "persistentvolumeclaims", ShortNames = ["pvc"])]
[Subresource("status", "get,patch,update")]
public sealed record PersistentVolumeClaim : IApiObject
{
    /// <summary>Name, namespace, labels and other standard object metadata.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Characteristics of the volume that the pod author asks for.</summary>
    [Field(2, Always = true)]
    [Default(DefaultAttribute.EmptyObject)]
    public PersistentVolumeClaimSpec? Spec { get; init; }

    /// <summary>Present state of the claim. The system keeps it; it is read-only.</summary>
    [Field(3, Always = true)]
    [Default(DefaultAttribute.EmptyObject)]
    public PersistentVolumeClaimStatus? Status { get; init; }
}
