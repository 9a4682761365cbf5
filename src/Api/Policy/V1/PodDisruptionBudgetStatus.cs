using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Policy.V1;

/// <summary>Observed health of the protected pods and the disruptions still permitted. May lag behind the real state.</summary>
public sealed record PodDisruptionBudgetStatus
{
    /// <summary>Generation of the budget that this status was computed from. Other status values are valid only if it equals the object's generation.</summary>
    [Field(1)]
    public long ObservedGeneration { get; init; }

    /// <summary>Pods whose eviction was accepted but not yet seen by the controller, keyed by pod name, with the time of the request.</summary>
    [Field(2)]
    public IReadOnlyDictionary<string, DateTimeOffset>? DisruptedPods { get; init; }

    /// <summary>How many protected pods may be evicted right now without breaking the budget.</summary>
    [Field(3, Required = true, Always = true)]
    public int DisruptionsAllowed { get; init; }

    /// <summary>How many of the protected pods are healthy at the moment.</summary>
    [Field(4, Required = true, Always = true)]
    public int CurrentHealthy { get; init; }

    /// <summary>Lowest count of healthy pods that the budget requires to be kept.</summary>
    [Field(5, Required = true, Always = true)]
    public int DesiredHealthy { get; init; }

    /// <summary>How many pods the budget counts as belonging to the protected group.</summary>
    [Field(6, Required = true, Always = true)]
    public int ExpectedPods { get; init; }

    /// <summary>Observations about the budget, chiefly DisruptionAllowed, with reasons such as SyncFailed, InsufficientPods and SufficientPods.</summary>
    [Field(7)]
    [List(ListMerge.Map, "type")]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<Condition>? Conditions { get; init; }
}
