using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Clusters;

/// <summary>A pod on a node, bound or assumed.</summary>
internal sealed class PlacedPod(PodInfo pod, ShapeUse use, int slot)
{
    public PodInfo Pod { get; } = pod;

    public ShapeUse Use { get; } = use;

    public int Slot { get; } = slot;

    /// <summary>Placed here by the engine and not yet seen bound.</summary>
    public bool IsAssumed { get; init; }
}
