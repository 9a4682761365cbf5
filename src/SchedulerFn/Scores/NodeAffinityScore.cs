using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Scores;

internal sealed class NodeAffinityScore : NodeScore
{
    private readonly EvaluationContext _context;
    private readonly PreferredNodes[] _preferred;

    public NodeAffinityScore(EvaluationContext context, int weight)
        : base(PluginNames.NodeAffinity, weight)
    {
        _context = context;
        _preferred = [.. context.Profile.NodeAffinity.AddedPreferred, .. context.Shape.PreferredNodes];
    }

    public override bool IsNormalized => true;

    public static bool Concerns(EvaluationContext context) =>
        context.Shape.PreferredNodes.Count > 0 || context.Profile.NodeAffinity.AddedPreferred.Count > 0;

    public override long Score(int slot)
    {
        var node = _context.Nodes.Facts[slot]!;
        var sum = 0L;
        foreach (var (term, weight) in _preferred)
            sum += term.Matches(node.Name, node.Labels) ? weight : 0;
        return sum;
    }

    public override void Normalize(ReadOnlySpan<int> slots, Span<long> scores) => Stretch(scores, reverse: false);
}
