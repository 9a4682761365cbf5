using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Filters;
using CloudletK8s.SchedulerFn.Profiles;
using CloudletK8s.SchedulerFn.Topology;

namespace CloudletK8s.SchedulerFn.Scores;

/// <summary>Soft spread constraints: the fewer matching pods in a node's domains, the better; keys with few domains weigh less.</summary>
internal sealed class SpreadScore : NodeScore
{
    private const long Ignored = -1;
    private readonly SpreadRules _rules;
    private IReadOnlyList<SpreadRule> _current = [];
    private double[] _weights = [];
    private int[] _marks = [];
    private int _mark;

    public SpreadScore(EvaluationContext context, int weight)
        : base(PluginNames.PodTopologySpread, weight) => _rules = new(context, hard: false);

    public override bool IsLocal => false;

    public override bool IsNormalized => true;

    public override bool IsIdle => _rules.Current.Count == 0;

    public override bool Prepare(ReadOnlySpan<int> slots)
    {
        _current = _rules.Current;
        if (_weights.Length < _current.Count)
            _weights = new double[_current.Count];
        for (var i = 0; i < _current.Count; i++)
            _weights[i] = Math.Log(Domains(_current[i], slots) + 2);
        return true;
    }

    public override long Score(int slot)
    {
        if (IsIgnored(slot))
            return Ignored;

        var sum = 0.0;
        for (var i = 0; i < _current.Count; i++)
        {
            var rule = _current[i];
            var domain = rule.Domain(slot);
            if (domain == TopologyKey.None)
                continue;

            var pods = rule.IsByHost ? rule.Counter.On(slot) : rule.InDomain(domain);
            sum += (pods * _weights[i]) + rule.Constraint.MaxSkew - 1;
        }

        return (long)Math.Round(sum, MidpointRounding.AwayFromZero);
    }

    public override void Normalize(ReadOnlySpan<int> slots, Span<long> scores)
    {
        var (least, most) = (long.MaxValue, 0L);
        foreach (var score in scores)
        {
            if (score == Ignored)
                continue;
            least = Math.Min(least, score);
            most = Math.Max(most, score);
        }

        for (var i = 0; i < scores.Length; i++)
            scores[i] = scores[i] == Ignored ? 0 : most == 0 ? Highest : Highest * (most + least - scores[i]) / most;
    }

    public override void Release() => _rules.Release();

    private bool IsIgnored(int slot)
    {
        if (!_rules.NeedAllKeys)
            return false;

        for (var i = 0; i < _current.Count; i++)
        {
            if (_current[i].Domain(slot) == TopologyKey.None)
                return true;
        }

        return false;
    }

    /// <summary>Among the nodes that could run the pod. Nodes without the label, where they count, are a domain of their own.</summary>
    private int Domains(SpreadRule rule, ReadOnlySpan<int> slots)
    {
        var domains = rule.Counts.Sum.Key.Domains;
        if (_marks.Length < domains + 1)
            _marks = new int[Math.Max(domains + 1, _marks.Length * 2)];
        _mark++;
        var count = 0;
        foreach (var slot in slots)
        {
            if (IsIgnored(slot))
                continue;
            ref var mark = ref _marks[rule.Domain(slot) + 1];
            if (!rule.IsByHost && mark == _mark)
                continue;
            mark = _mark;
            count++;
        }

        return count;
    }
}
