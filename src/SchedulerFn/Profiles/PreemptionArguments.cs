namespace CloudletK8s.SchedulerFn.Profiles;

/// <summary>How many nodes are considered where considering each is expensive.</summary>
public sealed record PreemptionArguments
{
    public int MinCandidateNodesPercentage { get; init; } = 10;

    public int MinCandidateNodesAbsolute { get; init; } = 100;
}
