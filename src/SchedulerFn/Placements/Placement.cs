using CloudletK8s.SchedulerFn.Volumes;

namespace CloudletK8s.SchedulerFn.Placements;

/// <summary>What the engine found for a pod.</summary>
public abstract record Placement
{
    private Placement()
    {
    }

    /// <param name="Scores">Of this node, by plugin; empty where there was no choice.</param>
    /// <param name="Volumes">What to do about the pod's claims before binding it.</param>
    public sealed record Placed(string Node, IReadOnlyList<PluginScore> Scores, VolumeDecisions Volumes, int FeasibleNodes) : Placement;

    public sealed record Unschedulable(Diagnosis Diagnosis) : Placement;
}
