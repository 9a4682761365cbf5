using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Nodes;
using CloudletK8s.SchedulerFn.Profiles;

namespace CloudletK8s.SchedulerFn.Scores;

/// <summary>The more alike the shares of CPU, memory and so on that would be in use, the better.</summary>
internal sealed class BalanceScore : NodeScore
{
    private readonly NodeTable _nodes;
    private readonly ScoredRequest[] _requests;

    public BalanceScore(EvaluationContext context, int weight)
        : base(PluginNames.NodeResourcesBalancedAllocation, weight)
    {
        _nodes = context.Nodes;
        _requests = ScoredRequest.Of(context, context.Profile.BalancedAllocation.Resources, withDefaults: false);
    }

    public override long Score(int slot)
    {
        Span<double> shares = stackalloc double[_requests.Length];
        var count = 0;
        var sum = 0.0;
        foreach (var request in _requests)
        {
            var capacity = request.Capacity(_nodes, slot);
            if (capacity == 0)
                continue;

            var share = Math.Min(1, (double)request.Requested(_nodes, slot) / capacity);
            shares[count++] = share;
            sum += share;
        }

        return (long)((1 - Deviation(shares[..count], sum)) * Highest);
    }

    private static double Deviation(ReadOnlySpan<double> shares, double sum)
    {
        if (shares.Length < 2)
            return 0;
        if (shares.Length == 2)
            return Math.Abs((shares[0] - shares[1]) / 2);

        var mean = sum / shares.Length;
        var squares = 0.0;
        foreach (var share in shares)
            squares += (share - mean) * (share - mean);
        return Math.Sqrt(squares / shares.Length);
    }
}
