namespace CloudletK8s.SchedulerFn.Profiles;

/// <summary>The plugins, as configuration files and events name them.</summary>
public static class PluginNames
{
    public const string SchedulingGates = "SchedulingGates";
    public const string PrioritySort = "PrioritySort";
    public const string NodeUnschedulable = "NodeUnschedulable";
    public const string NodeName = "NodeName";
    public const string TaintToleration = "TaintToleration";
    public const string NodeAffinity = "NodeAffinity";
    public const string NodePorts = "NodePorts";
    public const string NodeResourcesFit = "NodeResourcesFit";
    public const string VolumeRestrictions = "VolumeRestrictions";
    public const string NodeVolumeLimits = "NodeVolumeLimits";
    public const string VolumeBinding = "VolumeBinding";
    public const string VolumeZone = "VolumeZone";
    public const string PodTopologySpread = "PodTopologySpread";
    public const string InterPodAffinity = "InterPodAffinity";
    public const string DefaultPreemption = "DefaultPreemption";
    public const string NodeResourcesBalancedAllocation = "NodeResourcesBalancedAllocation";
    public const string ImageLocality = "ImageLocality";
    public const string DefaultBinder = "DefaultBinder";

    /// <summary>Ours: keeps pods off nodes that have not been heard of, site by site.</summary>
    public const string NodeReachability = "NodeReachability";

    /// <summary>Ours: the annotation cloudlet.dev/pin-to-site.</summary>
    public const string SitePin = "SitePin";

    /// <summary>Ours: prefers nodes and sites that hold the pod's data.</summary>
    public const string DataLocality = "DataLocality";
}
