using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Controls how evenly matching pods are spread over zones, nodes or other topology domains.</summary>
public sealed record TopologySpreadConstraint
{
    /// <summary>Largest tolerated imbalance. Under DoNotSchedule, a domain may exceed the global minimum of matching pods by at most this number.</summary>
    [Field(1, Required = true, Always = true)]
    public int MaxSkew { get; init; }

    /// <summary>Node label that defines the domains. Nodes with an identical value for it form one bucket, and pods are balanced across buckets.</summary>
    [Field(2, Required = true, Always = true)]
    public string? TopologyKey { get; init; }

    /// <summary>What to do when the constraint cannot be met: DoNotSchedule (default) holds the pod back, ScheduleAnyway places it while favouring less skew.</summary>
    [Field(3, Required = true, Always = true)]
    [Enum("DoNotSchedule", "ScheduleAnyway")]
    public string? WhenUnsatisfiable { get; init; }

    /// <summary>Picks the pods that are counted in each topology domain.</summary>
    [Field(4)]
    public LabelSelector? LabelSelector { get; init; }

    /// <summary>Fewest eligible domains expected. With fewer present, the global minimum counts as 0 when skew is computed.</summary>
    [Field(5)]
    public int? MinDomains { get; init; }

    /// <summary>Whether the pod's nodeAffinity and nodeSelector limit the nodes counted for skew: Honor counts only matching nodes, Ignore counts all. Unset acts like Honor.</summary>
    [Field(6, Pointer = true)]
    [Enum("Ignore", "Honor")]
    public string? NodeAffinityPolicy { get; init; }

    /// <summary>Whether node taints matter for skew: Honor counts untainted nodes and those the pod tolerates, Ignore counts all. Unset acts like Ignore.</summary>
    [Field(7, Pointer = true)]
    [Enum("Ignore", "Honor")]
    public string? NodeTaintsPolicy { get; init; }

    /// <summary>Pod label keys whose values, read from the incoming pod, are combined with labelSelector to narrow down the pods counted.</summary>
    [Field(8)]
    public IReadOnlyList<string>? MatchLabelKeys { get; init; }
}
