using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Restricts the nodes from which a volume can be reached.</summary>
public sealed record VolumeNodeAffinity
{
    /// <summary>Hard conditions a node must satisfy to access the volume.</summary>
    [Field(1)]
    public NodeSelector? Required { get; init; }
}
