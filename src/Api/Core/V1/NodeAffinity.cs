using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Rules that tie a pod to nodes with certain labels or fields.</summary>
public sealed record NodeAffinity
{
    /// <summary>Hard node rules that must hold when the pod is scheduled. A later mismatch, for example after a label update, may or may not evict the pod.</summary>
    [Field(1)]
    public NodeSelector? RequiredDuringSchedulingIgnoredDuringExecution { get; init; }

    /// <summary>Soft node rules with weights. The node with the highest sum of matched weights is favored, yet others may still be chosen.</summary>
    [Field(2)]
    public IReadOnlyList<PreferredSchedulingTerm>? PreferredDuringSchedulingIgnoredDuringExecution { get; init; }
}
