using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Filters;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Scores;

/// <summary>The fewer taints that only discourage the pod, the better.</summary>
internal sealed class TaintScore : NodeScore
{
    private readonly EvaluationContext _context;
    private readonly Api.Core.V1.Toleration[] _tolerations;

    public TaintScore(EvaluationContext context, int weight)
        : base(PluginNames.TaintToleration, weight)
    {
        _context = context;
        _tolerations = [.. context.Shape.Tolerations.Where(toleration => toleration.Effect is null or "" or WellKnown.PreferNoSchedule)];
    }

    public override bool IsNormalized => true;

    public override long OfNothing => Highest;

    public override long Score(int slot)
    {
        var untolerated = 0;
        foreach (var taint in _context.Nodes.Facts[slot]!.Discouraging)
            untolerated += Taints.AreTolerated(taint, _tolerations) ? 0 : 1;
        return untolerated;
    }

    public override void Normalize(ReadOnlySpan<int> slots, Span<long> scores) => Stretch(scores, reverse: true);
}
