using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Uses a claim from the pod's own namespace: the volume bound to it is mounted into the pod.</summary>
public sealed record PersistentVolumeClaimVolumeSource
{
    /// <summary>Which PersistentVolumeClaim to use; it must be in the same namespace as the pod.</summary>
    [Field(1, Required = true, Always = true)]
    public string? ClaimName { get; init; }

    /// <summary>Set to true to make every mount of the volume read-only. Default false.</summary>
    [Field(2)]
    public bool ReadOnly { get; init; }
}
