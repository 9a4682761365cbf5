using CloudletK8s.SchedulerFn.Filters;
using CloudletK8s.SchedulerFn.Profiles;
using CloudletK8s.SchedulerFn.Scores;

namespace CloudletK8s.SchedulerFn.Evaluations;

/// <summary>Binds the plugins of a profile to a kind of pod. A plugin that can have nothing to say about it is left out.</summary>
internal static class PluginCatalog
{
    public static NodeCheck? Check(string plugin, EvaluationContext context)
    {
        var hasClaims = context.Shape.Volumes.Claims.Count > 0;
        return plugin switch
        {
            PluginNames.NodeUnschedulable when UnschedulableCheck.Concerns(context) => new UnschedulableCheck(context),
            PluginNames.NodeName when context.NodeName is { } name => new NodeNameCheck(context, name),
            PluginNames.TaintToleration => new TaintTolerationCheck(context),
            PluginNames.NodeReachability when ReachabilityCheck.Concerns(context) => new ReachabilityCheck(context),
            PluginNames.NodeAffinity when NodeAffinityCheck.Concerns(context) => new NodeAffinityCheck(context),
            PluginNames.SitePin when context.Shape.PinnedSite is { } site => new SitePinCheck(context, site),
            PluginNames.NodePorts when context.Shape.HostPorts.Count > 0 => new PortsCheck(context),
            PluginNames.NodeResourcesFit => new ResourcesFitCheck(context),
            PluginNames.VolumeRestrictions when !context.Shape.Volumes.AreNone => new VolumeRestrictionsCheck(context),
            PluginNames.NodeVolumeLimits when hasClaims => new VolumeLimitsCheck(context),
            PluginNames.VolumeBinding when hasClaims => new VolumeBindingCheck(context),
            PluginNames.VolumeZone when hasClaims => new VolumeZoneCheck(context),
            PluginNames.PodTopologySpread when SpreadRules.Concern(context, hard: true) => new SpreadCheck(context),
            PluginNames.InterPodAffinity => new PodAffinityCheck(context),
            _ => null,
        };
    }

    public static NodeScore? Score(ScorePlugin plugin, EvaluationContext context) => plugin.Name switch
    {
        PluginNames.TaintToleration => new TaintScore(context, plugin.Weight),
        PluginNames.NodeAffinity when NodeAffinityScore.Concerns(context) => new NodeAffinityScore(context, plugin.Weight),
        PluginNames.NodeResourcesFit => new AllocationScore(context, plugin.Weight),
        PluginNames.PodTopologySpread when SpreadRules.Concern(context, hard: false) => new SpreadScore(context, plugin.Weight),
        PluginNames.InterPodAffinity => new PodAffinityScore(context, plugin.Weight),
        PluginNames.NodeResourcesBalancedAllocation => new BalanceScore(context, plugin.Weight),
        PluginNames.ImageLocality when ImageScore.Concerns(context) => new ImageScore(context, plugin.Weight),
        PluginNames.DataLocality when DataLocalityScore.Concerns(context) => new DataLocalityScore(context, plugin.Weight),
        _ => null,
    };
}
