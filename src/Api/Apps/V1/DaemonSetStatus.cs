using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Reports the observed state of a daemon set across the nodes.</summary>
public sealed record DaemonSetStatus
{
    /// <summary>How many nodes run at least one daemon pod and are meant to do so.</summary>
    [Field(1, Required = true, Always = true)]
    public int CurrentNumberScheduled { get; init; }

    /// <summary>How many nodes run the daemon pod although they should not.</summary>
    [Field(2, Required = true, Always = true)]
    public int NumberMisscheduled { get; init; }

    /// <summary>How many nodes ought to run the daemon pod in total, including those that already do.</summary>
    [Field(3, Required = true, Always = true)]
    public int DesiredNumberScheduled { get; init; }

    /// <summary>How many targeted nodes have at least one daemon pod with a Ready condition.</summary>
    [Field(4, Required = true, Always = true)]
    public int NumberReady { get; init; }

    /// <summary>Latest generation that the daemon set controller has acted on.</summary>
    [Field(5)]
    public long ObservedGeneration { get; init; }

    /// <summary>How many nodes already run a daemon pod made from the updated template.</summary>
    [Field(6)]
    public int UpdatedNumberScheduled { get; init; }

    /// <summary>How many targeted nodes have a daemon pod that has been ready for at least spec.minReadySeconds.</summary>
    [Field(7)]
    public int NumberAvailable { get; init; }

    /// <summary>How many targeted nodes lack a daemon pod that has been ready for at least spec.minReadySeconds.</summary>
    [Field(8)]
    public int NumberUnavailable { get; init; }

    /// <summary>Number of hash collisions so far, used by the controller to find an unused name for the newest ControllerRevision.</summary>
    [Field(9)]
    public int? CollisionCount { get; init; }

    /// <summary>Latest observations about the DaemonSet, one entry per condition.</summary>
    [Field(10)]
    [List(ListMerge.Map, "type")]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<DaemonSetCondition>? Conditions { get; init; }
}
