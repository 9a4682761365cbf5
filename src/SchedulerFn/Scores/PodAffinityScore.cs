using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Filters;
using CloudletK8s.SchedulerFn.Profiles;
using CloudletK8s.SchedulerFn.Topology;

namespace CloudletK8s.SchedulerFn.Scores;

/// <summary>Preferred affinity and anti-affinity, the pod's own and that of the pods already there; being required by others counts a little.</summary>
internal sealed class PodAffinityScore : NodeScore
{
    private readonly (MatchedTerm Term, int Weight)[] _own;
    private readonly CarriedTerms? _others;
    private readonly int _requiredWeight;

    public PodAffinityScore(EvaluationContext context, int weight)
        : base(PluginNames.InterPodAffinity, weight)
    {
        var terms = context.Shape.Terms;
        var arguments = context.Profile.InterPodAffinity;
        _requiredWeight = arguments.HardPodAffinityWeight;
        _own =
        [
            .. terms.Preferred.Select(term => (new MatchedTerm(context, [term.Term], term.Term.TopologyKey), term.Weight)),
            .. terms.PreferredAnti.Select(term => (new MatchedTerm(context, [term.Term], term.Term.TopologyKey), -term.Weight)),
        ];
        if (_own.Length > 0 || !arguments.IgnorePreferredTermsOfExistingPods)
            _others = new(context, role => role.Kind == TermKind.Preferred || (role.Kind == TermKind.Required && _requiredWeight > 0));
    }

    public override bool IsLocal => false;

    public override bool IsNormalized => true;

    public override bool IsIdle => _own.Length == 0 && _others?.Current is not { Count: > 0 };

    public override long Score(int slot)
    {
        var sum = 0L;
        foreach (var (term, weight) in _own)
        {
            if (term.Domain(slot) is var domain and not TopologyKey.None)
                sum += weight * term.InDomain(domain);
        }

        if (_others is null)
            return sum;

        foreach (var term in _others.Current)
            sum += (term.Role.Kind == TermKind.Required ? _requiredWeight : term.Role.Weight) * term.Sum.At(slot);
        return sum;
    }

    public override void Normalize(ReadOnlySpan<int> slots, Span<long> scores)
    {
        var (least, most) = (long.MaxValue, long.MinValue);
        foreach (var score in scores)
        {
            least = Math.Min(least, score);
            most = Math.Max(most, score);
        }

        for (var i = 0; i < scores.Length; i++)
            scores[i] = most > least ? (long)(Highest * ((double)(scores[i] - least) / (most - least))) : 0;
    }

    public override void Release()
    {
        foreach (var (term, _) in _own)
            term.Release();
    }
}
