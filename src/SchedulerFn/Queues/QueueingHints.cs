using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Queues;

/// <summary>Which events could make a plugin change its mind. Pods are tried again for these, and not because time has passed.</summary>
internal static class QueueingHints
{
    private const ClusterEvent AnyNode =
        ClusterEvent.NodeAdded | ClusterEvent.NodeCapacity | ClusterEvent.NodeLabels | ClusterEvent.NodeTaints | ClusterEvent.NodeConditions;

    private static readonly Dictionary<string, ClusterEvent> ByPlugin = new(StringComparer.Ordinal)
    {
        [PluginNames.NodeName] = ClusterEvent.NodeAdded,
        [PluginNames.NodeUnschedulable] = ClusterEvent.NodeAdded | ClusterEvent.NodeTaints,
        [PluginNames.TaintToleration] = ClusterEvent.NodeAdded | ClusterEvent.NodeTaints,
        [PluginNames.NodeAffinity] = ClusterEvent.NodeAdded | ClusterEvent.NodeLabels,
        [PluginNames.SitePin] = ClusterEvent.NodeAdded | ClusterEvent.NodeLabels,
        [PluginNames.NodeReachability] = AnyNode,
        [PluginNames.NodePorts] = ClusterEvent.NodeAdded | ClusterEvent.PlacedPodRemoved,
        [PluginNames.NodeResourcesFit] = ClusterEvent.NodeAdded | ClusterEvent.NodeCapacity | ClusterEvent.PlacedPodRemoved,
        [PluginNames.InterPodAffinity] =
            ClusterEvent.NodeAdded | ClusterEvent.NodeLabels | ClusterEvent.PlacedPodAdded | ClusterEvent.PlacedPodRemoved | ClusterEvent.Namespaces,
        [PluginNames.PodTopologySpread] =
            AnyNode | ClusterEvent.NodeRemoved | ClusterEvent.PlacedPodAdded | ClusterEvent.PlacedPodRemoved,
        [PluginNames.VolumeBinding] = AnyNode | ClusterEvent.Storage,
        [PluginNames.VolumeZone] = ClusterEvent.NodeAdded | ClusterEvent.NodeLabels | ClusterEvent.Storage,
        [PluginNames.VolumeRestrictions] = ClusterEvent.NodeAdded | ClusterEvent.Storage | ClusterEvent.PlacedPodRemoved,
        [PluginNames.NodeVolumeLimits] = ClusterEvent.NodeAdded | ClusterEvent.Storage | ClusterEvent.PlacedPodRemoved,
        [PluginNames.DefaultPreemption] = ClusterEvent.PlacedPodRemoved,
    };

    /// <summary>What a pod waits for that these plugins refused; everything when nobody says who did.</summary>
    public static ClusterEvent Of(IReadOnlyList<string> plugins)
    {
        if (plugins.Count == 0)
            return (ClusterEvent)~0;

        var events = ClusterEvent.None;
        foreach (var plugin in plugins)
            events |= ByPlugin.GetValueOrDefault(plugin, (ClusterEvent)~0);
        return events;
    }
}
