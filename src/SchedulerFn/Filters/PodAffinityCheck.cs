using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Profiles;
using CloudletK8s.SchedulerFn.Topology;

namespace CloudletK8s.SchedulerFn.Filters;

/// <summary>Required affinity and anti-affinity to other pods, and the required anti-affinity that other pods have to this one.</summary>
internal sealed class PodAffinityCheck : NodeCheck
{
    private const long NoCompany = 1;
    private const long BadCompany = 2;
    private const long Unwelcome = 3;
    private readonly MatchedTerm[] _affinity;
    private readonly MatchedTerm[] _anti;
    private readonly CarriedTerms _others;
    private readonly EvaluationContext _context;

    public PodAffinityCheck(EvaluationContext context)
        : base(PluginNames.InterPodAffinity)
    {
        _context = context;
        var terms = context.Shape.Terms;
        _affinity = [.. terms.Required.Select(term => term.TopologyKey).Distinct().Select(key => new MatchedTerm(context, terms.Required, key))];
        _anti = [.. terms.RequiredAnti.Distinct().Select(term => new MatchedTerm(context, [term], term.TopologyKey))];
        _others = new(context, role => role.Kind == TermKind.RequiredAnti);
    }

    public override bool IsLocal => false;

    public override bool IsIdle => _affinity.Length == 0 && _anti.Length == 0 && _others.Current.Count == 0;

    public override long Check(int slot)
    {
        if (_affinity.Length > 0 && !HasCompany(slot))
            return NoCompany;

        foreach (var term in _anti)
        {
            if (term.Domain(slot) is var domain and not TopologyKey.None && term.InDomain(domain) > 0)
                return BadCompany;
        }

        foreach (var term in _others.Current)
        {
            if (term.Sum.At(slot) > 0)
                return Unwelcome;
        }

        return Passes;
    }

    public override bool IsUnresolvable(long code) => code == NoCompany;

    public override IReadOnlyList<string> Reasons(long code, int slot) => [code switch
    {
        NoCompany => "node(s) didn't match pod affinity rules",
        BadCompany => "node(s) didn't match pod anti-affinity rules",
        _ => "node(s) didn't satisfy existing pods anti-affinity rules",
    }];

    public override void Release()
    {
        foreach (var term in _affinity)
            term.Release();
        foreach (var term in _anti)
            term.Release();
    }

    private bool HasCompany(int slot)
    {
        var has = true;
        foreach (var term in _affinity)
        {
            var domain = term.Domain(slot);
            if (domain == TopologyKey.None)
                return false;
            has &= term.InDomain(domain) > 0;
        }

        return has || IsFirstOfItsKind();
    }

    /// <summary>A pod that wants to be near its own kind may be the first of it.</summary>
    private bool IsFirstOfItsKind()
    {
        foreach (var term in _affinity)
        {
            if (term.IsAnywhere)
                return false;
        }

        return MatchedTerm.Match(_context.Shape.Terms.Required, _context.Shape, _context.State.NamespaceLabels(_context.Shape.Namespace));
    }
}
