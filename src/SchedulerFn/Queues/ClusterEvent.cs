namespace CloudletK8s.SchedulerFn.Queues;

/// <summary>What happened in the cluster that could let a pod be placed which could not be before.</summary>
[Flags]
public enum ClusterEvent
{
    None = 0,

    NodeAdded = 1,
    NodeRemoved = 1 << 1,

    /// <summary>More of something can be had on a node.</summary>
    NodeCapacity = 1 << 2,
    NodeLabels = 1 << 3,

    /// <summary>Taints, or unschedulable.</summary>
    NodeTaints = 1 << 4,
    NodeConditions = 1 << 5,

    /// <summary>A pod appeared on a node, or one there changed its labels.</summary>
    PlacedPodAdded = 1 << 6,

    /// <summary>A pod left its node, or asks for less.</summary>
    PlacedPodRemoved = 1 << 7,

    /// <summary>Claims, volumes, storage classes, what drivers can do.</summary>
    Storage = 1 << 8,

    Namespaces = 1 << 9,
}
