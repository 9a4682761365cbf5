namespace CloudletK8s.SchedulerFn.Pods;

/// <summary>
/// A pod as the engine sees it: what is its own, and the shape that it shares with all pods that are placed alike. It does not
/// hold on to the object it was compiled from, so that a hundred thousand of them stay small.
/// </summary>
public sealed class PodInfo
{
    public const string DefaultScheduler = "default-scheduler";

    public required PodShape Shape { get; init; }

    public required string Name { get; init; }

    public string Namespace => Shape.Namespace;

    public PodName Key => new(Shape.Namespace, Name);

    public string Uid { get; init; } = "";

    public int Priority => Shape.Priority;

    public string SchedulerName { get; init; } = DefaultScheduler;

    /// <summary>The node it is bound to.</summary>
    public string? NodeName { get; init; }

    public string? NominatedNodeName { get; init; }

    public IReadOnlyList<string> SchedulingGates { get; init; } = [];

    public DateTimeOffset Created { get; init; }

    /// <summary>When it started to run; a pod that has not yet counts as the youngest.</summary>
    public DateTimeOffset Started { get; init; } = DateTimeOffset.MaxValue;

    public bool IsTerminating { get; init; }

    /// <summary>It is going because a pod of higher priority takes its place.</summary>
    public bool IsPreempted { get; init; }

    /// <summary>It has run to its end and takes no room.</summary>
    public bool IsFinished { get; init; }

    public override string ToString() => Key.ToString();
}
