using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Filters;

/// <summary>The spread constraints of one kind, hard or soft, that hold for a pod: its own, or those that the profile has for pods without.</summary>
internal sealed class SpreadRules(EvaluationContext context, bool hard)
{
    private readonly List<SpreadRule> _rules = [];
    private long _builtAt = -1;

    public static bool Concern(EvaluationContext context, bool hard)
    {
        var own = context.Shape.SpreadConstraints;
        return own.Count > 0
            ? own.Any(constraint => constraint.IsHard == hard)
            : context.Profile.Spread.DefaultConstraints.Any(constraint => constraint.WhenUnsatisfiable == "ScheduleAnyway" != hard);
    }

    /// <summary>Whether a node that lacks one of the labels is left out altogether.</summary>
    public bool NeedAllKeys { get; } = hard || context.Shape.SpreadConstraints.Count > 0 || !context.Profile.Spread.AreSystemDefaults;

    /// <summary>As they are now: defaults follow the services and controllers that the pod belongs to.</summary>
    public IReadOnlyList<SpreadRule> Current
    {
        get
        {
            var version = context.Shape.SpreadConstraints.Count > 0 ? 0 : context.State.Workloads.Version;
            if (_builtAt != version)
            {
                Release();
                _builtAt = version;
                Build();
            }

            return _rules;
        }
    }

    public void Release()
    {
        foreach (var rule in _rules)
            rule.Release();
        _rules.Clear();
        _builtAt = -1;
    }

    private void Build()
    {
        var constraints = Constraints();
        var keys = NeedAllKeys ? constraints.Select(constraint => constraint.TopologyKey).Distinct().ToArray() : [];
        foreach (var constraint in constraints)
            _rules.Add(new(context, constraint, keys));
    }

    private List<SpreadConstraint> Constraints()
    {
        if (context.Shape.SpreadConstraints.Count > 0)
            return [.. context.Shape.SpreadConstraints.Where(constraint => constraint.IsHard == hard)];
        if (context.State.Workloads.SelectorOf(context.Shape) is not { } selector)
            return [];

        return
        [
            .. context.Profile.Spread.DefaultConstraints
                .Select(constraint => ShapeCompiler.Spread(constraint, context.Shape.Labels) with { Selector = selector })
                .Where(constraint => constraint.IsHard == hard),
        ];
    }
}
