using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Nodes;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Scores;

/// <summary>How full a node would be with the pod on it, by the strategy of the profile.</summary>
internal sealed class AllocationScore : NodeScore
{
    private readonly NodeTable _nodes;
    private readonly ScoringStrategy _strategy;
    private readonly IReadOnlyList<UtilizationPoint> _shape;
    private readonly ScoredRequest[] _requests;

    public AllocationScore(EvaluationContext context, int weight)
        : base(PluginNames.NodeResourcesFit, weight)
    {
        _nodes = context.Nodes;
        _strategy = context.Profile.ResourcesFit.Strategy;
        _shape = context.Profile.ResourcesFit.Shape;
        _requests = ScoredRequest.Of(context, context.Profile.ResourcesFit.Resources, withDefaults: true);
    }

    public override long Score(int slot)
    {
        var sum = 0L;
        var weights = 0L;
        foreach (var request in _requests)
        {
            var capacity = request.Capacity(_nodes, slot);
            if (capacity == 0)
                continue;

            var score = Of(request.Requested(_nodes, slot), capacity);
            if (_strategy == ScoringStrategy.RequestedToCapacityRatio && score <= 0)
                continue;
            sum += score * request.Weight;
            weights += request.Weight;
        }

        if (weights == 0)
            return 0;
        return _strategy == ScoringStrategy.RequestedToCapacityRatio
            ? (long)Math.Round((double)sum / weights, MidpointRounding.AwayFromZero)
            : sum / weights;
    }

    private long Of(long requested, long capacity) => _strategy switch
    {
        ScoringStrategy.LeastAllocated => requested > capacity ? 0 : Share(capacity - requested, capacity),
        ScoringStrategy.MostAllocated => Share(Math.Min(requested, capacity), capacity),
        _ => OnShape(requested > capacity ? 100 : Share(requested, capacity)),
    };

    private static long Share(long part, long whole) => (long)((Int128)part * Highest / whole);

    private long OnShape(long utilization)
    {
        for (var i = 0; i < _shape.Count; i++)
        {
            if (utilization > _shape[i].Utilization)
                continue;
            if (i == 0)
                return _shape[0].Score;

            var (before, after) = (_shape[i - 1], _shape[i]);
            return before.Score + ((after.Score - before.Score) * (utilization - before.Utilization) / (after.Utilization - before.Utilization));
        }

        return _shape.Count == 0 ? 0 : _shape[^1].Score;
    }
}
