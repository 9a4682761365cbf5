namespace CloudletK8s.SchedulerFn.Profiles;

/// <summary>How pods that name this scheduler are placed: which plugins, in which order, with which weights and arguments.</summary>
public sealed record SchedulerProfile
{
    public string SchedulerName { get; init; } = Pods.PodInfo.DefaultScheduler;

    /// <summary>In the order in which they are asked; the first that refuses a node is named.</summary>
    public IReadOnlyList<string> Filters { get; init; } = DefaultFilters;

    public IReadOnlyList<ScorePlugin> Scores { get; init; } = DefaultScores;

    public bool Preempts { get; init; } = true;

    public bool ChecksGates { get; init; } = true;

    /// <summary>Of the nodes that could run a pod, how many are scored before the best is taken; 0 for all.</summary>
    public int PercentageOfNodesToScore { get; init; }

    public ResourcesFitArguments ResourcesFit { get; init; } = new();

    public BalancedAllocationArguments BalancedAllocation { get; init; } = new();

    public InterPodAffinityArguments InterPodAffinity { get; init; } = new();

    public SpreadArguments Spread { get; init; } = new();

    public NodeAffinityArguments NodeAffinity { get; init; } = new();

    public PreemptionArguments Preemption { get; init; } = new();

    public VolumeBindingArguments VolumeBinding { get; init; } = new();

    public static IReadOnlyList<string> DefaultFilters { get; } =
    [
        PluginNames.NodeUnschedulable,
        PluginNames.NodeName,
        PluginNames.TaintToleration,
        PluginNames.NodeReachability,
        PluginNames.NodeAffinity,
        PluginNames.SitePin,
        PluginNames.NodePorts,
        PluginNames.NodeResourcesFit,
        PluginNames.VolumeRestrictions,
        PluginNames.NodeVolumeLimits,
        PluginNames.VolumeBinding,
        PluginNames.VolumeZone,
        PluginNames.PodTopologySpread,
        PluginNames.InterPodAffinity,
    ];

    public static IReadOnlyList<ScorePlugin> DefaultScores { get; } =
    [
        new(PluginNames.TaintToleration, 3),
        new(PluginNames.NodeAffinity, 2),
        new(PluginNames.NodeResourcesFit, 1),
        new(PluginNames.PodTopologySpread, 2),
        new(PluginNames.InterPodAffinity, 2),
        new(PluginNames.NodeResourcesBalancedAllocation, 1),
        new(PluginNames.ImageLocality, 1),
        new(PluginNames.DataLocality, 2),
    ];
}
