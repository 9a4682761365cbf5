using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Profiles;
using CloudletK8s.SchedulerFn.Topology;

namespace CloudletK8s.SchedulerFn.Filters;

internal sealed class SpreadCheck : NodeCheck
{
    private const long Uneven = 1;
    private const long NoLabel = 2;
    private readonly SpreadRules _rules;
    private IReadOnlyList<SpreadRule> _current = [];

    public SpreadCheck(EvaluationContext context)
        : base(PluginNames.PodTopologySpread) => _rules = new(context, hard: true);

    public override bool IsLocal => false;

    public override bool IsIdle => _current.Count == 0;

    public override string? Prepare()
    {
        _current = _rules.Current;
        return null;
    }

    public override long Check(int slot)
    {
        for (var i = 0; i < _current.Count; i++)
        {
            var rule = _current[i];
            var domain = rule.Domain(slot);
            if (domain == TopologyKey.None)
                return NoLabel;
            if (rule.InDomain(domain) + rule.Self - rule.Least > rule.Constraint.MaxSkew)
                return Uneven;
        }

        return Passes;
    }

    public override bool IsUnresolvable(long code) => code == NoLabel;

    public override IReadOnlyList<string> Reasons(long code, int slot) => [code == NoLabel
        ? "node(s) didn't match pod topology spread constraints (missing required label)"
        : "node(s) didn't match pod topology spread constraints"];

    public override void Release() => _rules.Release();
}
