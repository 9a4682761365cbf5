using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Policy.V1;

/// <summary>Chooses the protected pods and sets how many must stay up or may go down.</summary>
public sealed record PodDisruptionBudgetSpec
{
    /// <summary>Number or percentage of selected pods that must remain up after an eviction; 100% forbids voluntary evictions.</summary>
    [Field(1)]
    public IntOrString? MinAvailable { get; init; }

    /// <summary>Labels that pick the protected pods. If null no pod is matched, while an empty selector matches every pod in the namespace.</summary>
    [Field(2)]
    public LabelSelector? Selector { get; init; }

    /// <summary>Number or percentage of selected pods that may be down after an eviction; 0 forbids voluntary evictions. Cannot be combined with minAvailable.</summary>
    [Field(3)]
    public IntOrString? MaxUnavailable { get; init; }

    /// <summary>Decides when running pods that are not ready may be evicted: IfHealthyBudget or AlwaysAllow. Unset behaves like IfHealthyBudget.</summary>
    [Field(4, Pointer = true)]
    [Enum("IfHealthyBudget", "AlwaysAllow")]
    public string? UnhealthyPodEvictionPolicy { get; init; }
}
