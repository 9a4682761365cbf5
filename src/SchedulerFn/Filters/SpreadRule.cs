using CloudletK8s.SchedulerFn.Evaluations;
using CloudletK8s.SchedulerFn.Pods;
using CloudletK8s.SchedulerFn.Topology;

namespace CloudletK8s.SchedulerFn.Filters;

/// <summary>One spread constraint with its counts: the pods it means, by domain, over the nodes it looks at.</summary>
internal sealed class SpreadRule
{
    private readonly TopologyIndex _topology;
    private long _leastAt = -1;
    private long _least;

    /// <param name="keys">Topology keys that a node must have to be looked at.</param>
    public SpreadRule(EvaluationContext context, SpreadConstraint constraint, IReadOnlyList<string> keys)
    {
        Constraint = constraint;
        _topology = context.State.Topology;
        var (space, selector) = (context.Shape.Namespace, constraint.Selector);
        Counter = _topology.Acquire(
            $"spread|{space}|{SelectorTexts.Identity(selector)}",
            pod => pod.Namespace == space && selector.Matches(pod.Labels),
            skipsTerminating: true,
            asksNamespaces: false);
        Counts = _topology.AddSum(Counter, constraint.TopologyKey, slot => IsLookedAt(context, constraint, keys, slot));
        Self = selector.Matches(context.Shape.Labels) ? 1 : 0;
    }

    public SpreadConstraint Constraint { get; }

    public MatchCounter Counter { get; }

    public EligibleSum Counts { get; }

    /// <summary>1 when the pod itself is one of those that are counted.</summary>
    public int Self { get; }

    public bool IsByHost => Constraint.TopologyKey == WellKnown.Hostname;

    /// <summary>The fewest pods in any domain; none as long as there are fewer domains than the constraint wants.</summary>
    public long Least
    {
        get
        {
            if (_leastAt != Counts.Version)
            {
                _leastAt = Counts.Version;
                _least = Counts.Domains < Constraint.MinDomains ? 0 : Counts.Least();
            }

            return _least;
        }
    }

    public int Domain(int slot) => Counts.Sum.Key.Of(slot);

    public long InDomain(int domain) => domain < Counts.Sum.Values.Length ? Counts.Sum.Values[domain] : 0;

    public void Release()
    {
        _topology.RemoveSum(Counts);
        _topology.Release(Counter);
    }

    private static bool IsLookedAt(EvaluationContext context, SpreadConstraint constraint, IReadOnlyList<string> keys, int slot)
    {
        var node = context.Nodes.Facts[slot]!;
        foreach (var key in keys)
        {
            if (!node.Labels.ContainsKey(key))
                return false;
        }

        return (!constraint.HonorsAffinity || context.Shape.RequiredNodes.Match(node.Name, node.Labels))
            && (!constraint.HonorsTaints || Taints.FirstUntolerated(node.Forbidding, context.Shape.Tolerations) is null);
    }
}
