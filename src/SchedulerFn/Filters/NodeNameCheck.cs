using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Filters;

internal sealed class NodeNameCheck(EvaluationContext context, string name) : NodeCheck(PluginNames.NodeName)
{
    private const string Reason = "node(s) didn't match the requested node name";

    public override long Check(int slot) => context.Nodes.Names[slot] == name ? Passes : 1;

    public override bool IsUnresolvable(long code) => true;

    public override IReadOnlyList<string> Reasons(long code, int slot) => [Reason];
}
