using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Storage.V1;

/// <summary>Limits that the scheduler respects when it places volumes on a node.</summary>
public sealed record VolumeNodeResources
{
    /// <summary>Most distinct volumes of the driver that a node can use; a volume shared by several pods counts once. Unset means unbounded.</summary>
    [Field(1)]
    public int? Count { get; init; }
}
