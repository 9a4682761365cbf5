using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.SchedulerFn.Profiles;

/// <summary>How pods are spread that say nothing about it.</summary>
public sealed record SpreadArguments
{
    private static readonly IReadOnlyList<TopologySpreadConstraint> System =
    [
        new() { TopologyKey = WellKnown.Hostname, MaxSkew = 3, WhenUnsatisfiable = "ScheduleAnyway" },
        new() { TopologyKey = WellKnown.Zone, MaxSkew = 5, WhenUnsatisfiable = "ScheduleAnyway" },
    ];

    public IReadOnlyList<TopologySpreadConstraint> DefaultConstraints { get; init; } = System;

    /// <summary>The built-in constraints, which score also nodes that lack one of the labels.</summary>
    public bool AreSystemDefaults { get; init; } = true;
}
