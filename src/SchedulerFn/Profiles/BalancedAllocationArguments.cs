namespace CloudletK8s.SchedulerFn.Profiles;

public sealed record BalancedAllocationArguments
{
    public IReadOnlyList<ScoredResource> Resources { get; init; } = [new("cpu", 1), new("memory", 1)];
}
