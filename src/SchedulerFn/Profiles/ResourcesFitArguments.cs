namespace CloudletK8s.SchedulerFn.Profiles;

public sealed record ResourcesFitArguments
{
    public IReadOnlySet<string> IgnoredResources { get; init; } = new HashSet<string>();

    /// <summary>Prefixes: example.com stands for all of its resources.</summary>
    public IReadOnlySet<string> IgnoredResourceGroups { get; init; } = new HashSet<string>();

    public ScoringStrategy Strategy { get; init; } = ScoringStrategy.LeastAllocated;

    public IReadOnlyList<ScoredResource> Resources { get; init; } = [new("cpu", 1), new("memory", 1)];

    /// <summary>For RequestedToCapacityRatio: scores from 0 to 100 at points of utilization, with straight lines between.</summary>
    public IReadOnlyList<UtilizationPoint> Shape { get; init; } = [];
}
