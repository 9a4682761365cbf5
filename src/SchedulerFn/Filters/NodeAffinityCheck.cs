using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Filters;

internal sealed class NodeAffinityCheck(EvaluationContext context) : NodeCheck(PluginNames.NodeAffinity)
{
    private const long Added = 1;
    private const long Own = 2;

    public static bool Concerns(EvaluationContext context) => !context.Shape.RequiredNodes.IsAny || !context.Profile.NodeAffinity.AddedRequired.IsAny;

    public override string? Prepare() => context.Shape.RequiredNodes.Names is { Count: 0 } ? "pod affinity terms conflict" : null;

    public override long Check(int slot)
    {
        var node = context.Nodes.Facts[slot]!;
        if (!context.Profile.NodeAffinity.AddedRequired.Match(node.Name, node.Labels))
            return Added;
        return context.Shape.RequiredNodes.Match(node.Name, node.Labels) ? Passes : Own;
    }

    public override bool IsUnresolvable(long code) => true;

    public override IReadOnlyList<string> Reasons(long code, int slot) =>
        [code == Added ? "node(s) didn't match scheduler-enforced node affinity" : "node(s) didn't match Pod's node affinity/selector"];
}
