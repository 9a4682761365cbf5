using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Rules that draw a pod towards places where certain other pods run.</summary>
public sealed record PodAffinity
{
    /// <summary>Hard co-location rules that must hold when the pod is scheduled. A later mismatch, for example after a label update, may or may not evict the pod.</summary>
    [Field(1)]
    public IReadOnlyList<PodAffinityTerm>? RequiredDuringSchedulingIgnoredDuringExecution { get; init; }

    /// <summary>Soft co-location rules with weights. The node with the highest sum of matched weights is favored, yet others may still be chosen.</summary>
    [Field(2)]
    public IReadOnlyList<WeightedPodAffinityTerm>? PreferredDuringSchedulingIgnoredDuringExecution { get; init; }
}
