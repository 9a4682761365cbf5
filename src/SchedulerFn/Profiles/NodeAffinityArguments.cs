using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Profiles;

/// <summary>An affinity that every pod of the profile has on top of its own.</summary>
public sealed record NodeAffinityArguments
{
    public RequiredNodes AddedRequired { get; init; } = RequiredNodes.Any;

    public IReadOnlyList<PreferredNodes> AddedPreferred { get; init; } = [];
}
