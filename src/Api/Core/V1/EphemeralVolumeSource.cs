using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Gives a pod a short-lived volume that an ordinary storage driver provides.</summary>
public sealed record EphemeralVolumeSource
{
    /// <summary>Blueprint of the PVC that provisions the volume. The pod owns that PVC, so both are deleted together.</summary>
    [Field(1)]
    public PersistentVolumeClaimTemplate? VolumeClaimTemplate { get; init; }
}
