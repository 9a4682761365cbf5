using CloudletK8s.SchedulerFn.Filters;
using CloudletK8s.SchedulerFn.Profiles;
using CloudletK8s.SchedulerFn.Scores;

namespace CloudletK8s.SchedulerFn.Evaluations;

/// <summary>Binds the plugins of a profile to a kind of pod. A plugin that has nothing to say about it is left out.</summary>
internal static class PluginCatalog
{
    public static NodeCheck? Check(string plugin, EvaluationContext context) => plugin switch
    {
        PluginNames.NodeName => context.NodeName is { } name ? new NodeNameCheck(context, name) : null,
        PluginNames.TaintToleration => new TaintTolerationCheck(context),
        PluginNames.NodeResourcesFit => new ResourcesFitCheck(context),
        _ => null,
    };

    public static NodeScore? Score(ScorePlugin plugin, EvaluationContext context) => plugin.Name switch
    {
        PluginNames.NodeResourcesFit => new AllocationScore(context, plugin.Weight),
        _ => null,
    };
}
