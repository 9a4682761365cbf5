using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Clusters;

/// <summary>What the state knows of a pod: where it is, or where it waits for room.</summary>
internal sealed class PodRecord(PodInfo pod)
{
    /// <summary>As last heard of.</summary>
    public PodInfo Pod { get; set; } = pod;

    public PlacedPod? Placed { get; set; }

    /// <summary>Where it would be, if it has a nomination.</summary>
    public PlacedPod? Nominated { get; set; }

    public string? NominatedTo { get; set; }
}
