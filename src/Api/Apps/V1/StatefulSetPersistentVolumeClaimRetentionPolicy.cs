using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Decides the fate of the PVCs created from a StatefulSet's volumeClaimTemplates.</summary>
public sealed record StatefulSetPersistentVolumeClaimRetentionPolicy
{
    /// <summary>What happens to the template PVCs once the StatefulSet is deleted. Retain, the default, leaves them alone, and Delete removes them.</summary>
    [Field(1)]
    [Default("Retain")]
    public string? WhenDeleted { get; init; }

    /// <summary>What happens to the PVCs of surplus replicas after a scale-down. Retain, the default, keeps them, and Delete removes them.</summary>
    [Field(2)]
    [Default("Retain")]
    public string? WhenScaled { get; init; }
}
