using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Rules that keep a pod away from places where certain other pods run.</summary>
public sealed record PodAntiAffinity
{
    /// <summary>Hard separation rules that must hold when the pod is scheduled. A later mismatch, for example after a label update, may or may not evict the pod.</summary>
    [Field(1)]
    public IReadOnlyList<PodAffinityTerm>? RequiredDuringSchedulingIgnoredDuringExecution { get; init; }

    /// <summary>Soft separation rules with weights. Nodes that satisfy the anti-affinity terms are favored, yet one that violates some may still be chosen.</summary>
    [Field(2)]
    public IReadOnlyList<WeightedPodAffinityTerm>? PreferredDuringSchedulingIgnoredDuringExecution { get; init; }
}
