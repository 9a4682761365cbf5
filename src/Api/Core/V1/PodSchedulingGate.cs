using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Holds back the scheduling of a pod until the gate is removed.</summary>
public sealed record PodSchedulingGate
{
    /// <summary>Identifies the gate; no two gates of a pod may share it.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }
}
