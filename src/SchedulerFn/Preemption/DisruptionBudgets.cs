using CloudletK8s.Api.Selectors;
using CloudletK8s.SchedulerFn.Clusters;
using CloudletK8s.SchedulerFn.Pods;

namespace CloudletK8s.SchedulerFn.Preemption;

/// <summary>Which victims the disruption budgets do not allow, if all were evicted in this order.</summary>
internal sealed class DisruptionBudgets(ClusterState state)
{
    private readonly List<Budget> _budgets = [];
    private long _version = -1;

    public bool AreNone
    {
        get
        {
            Update();
            return _budgets.Count == 0;
        }
    }

    /// <summary>Puts each victim where it belongs; the order within stays.</summary>
    public void Split(List<PlacedPod> victims, List<PlacedPod> violating, List<PlacedPod> others)
    {
        Update();
        foreach (var budget in _budgets)
            budget.Left = budget.Allowed;
        foreach (var victim in victims)
            (IsViolating(victim.Pod) ? violating : others).Add(victim);
    }

    private bool IsViolating(PodInfo pod)
    {
        if (pod.Shape.Labels.Count == 0)
            return false;

        var violates = false;
        foreach (var budget in _budgets)
        {
            // One that the API server is evicting already has been paid for.
            if (budget.Namespace != pod.Namespace || !budget.Selector.Matches(pod.Shape.Labels) || budget.Disrupted.ContainsKey(pod.Name))
                continue;
            budget.Left--;
            violates |= budget.Left < 0;
        }

        return violates;
    }

    private void Update()
    {
        if (_version == state.BudgetVersion)
            return;

        _version = state.BudgetVersion;
        _budgets.Clear();
        foreach (var budget in state.Budgets)
        {
            if (LabelRequirements.TryRead(budget.Spec?.Selector, out var selector, out _) && selector.Requirements.Count > 0)
            {
                _budgets.Add(new(budget.Metadata?.Namespace ?? "", selector, budget.Status?.DisruptedPods ?? new Dictionary<string, DateTimeOffset>(), budget.Status?.DisruptionsAllowed ?? 0));
            }
        }
    }

    private sealed class Budget(string space, LabelRequirements selector, IReadOnlyDictionary<string, DateTimeOffset> disrupted, int allowed)
    {
        public string Namespace { get; } = space;

        public LabelRequirements Selector { get; } = selector;

        public IReadOnlyDictionary<string, DateTimeOffset> Disrupted { get; } = disrupted;

        public int Allowed { get; } = allowed;

        public int Left { get; set; }
    }
}
