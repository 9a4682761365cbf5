using CloudletK8s.Api.Selectors;

namespace CloudletK8s.SchedulerFn.Pods;

/// <summary>One topology spread constraint, defaults filled in and label keys merged into the selector.</summary>
public sealed record SpreadConstraint
{
    public required string TopologyKey { get; init; }

    public required int MaxSkew { get; init; }

    public required LabelRequirements Selector { get; init; }

    /// <summary>DoNotSchedule; otherwise it is a wish that scoring honours.</summary>
    public required bool IsHard { get; init; }

    public int MinDomains { get; init; } = 1;

    public bool HonorsAffinity { get; init; } = true;

    public bool HonorsTaints { get; init; }
}
