using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Filters;

internal sealed class SitePinCheck(EvaluationContext context, string site) : NodeCheck(PluginNames.SitePin)
{
    public override long Check(int slot) => context.Nodes.Facts[slot]!.IsAt(site) ? Passes : 1;

    public override bool IsUnresolvable(long code) => true;

    public override IReadOnlyList<string> Reasons(long code, int slot) => [$"node(s) weren't at site {site}, which the pod is pinned to"];
}
