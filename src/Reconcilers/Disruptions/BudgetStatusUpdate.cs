using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Policy.V1;

namespace CloudletK8s.Reconcilers.Disruptions;

internal static class BudgetStatusUpdate
{
    private const string DisruptionAllowed = "DisruptionAllowed";

    public static PodDisruptionBudget Of(
        PodDisruptionBudget budget, (int Healthy, int Desired, int Expected) counts, IReadOnlyDictionary<string, DateTimeOffset> disrupted, DateTimeOffset now)
    {
        // While no pods are known, none may go: the first ones may just be appearing.
        var allowed = counts.Expected <= 0 ? 0 : Math.Max(0, counts.Healthy - counts.Desired);
        var generation = budget.Metadata!.Generation;
        return budget with
        {
            Status = new()
            {
                CurrentHealthy = counts.Healthy,
                DesiredHealthy = counts.Desired,
                ExpectedPods = counts.Expected,
                DisruptionsAllowed = allowed,
                DisruptedPods = disrupted.Count == 0 ? null : disrupted,
                ObservedGeneration = generation,
                Conditions = With(budget, allowed > 0, allowed > 0 ? "SufficientPods" : "InsufficientPods", "", generation, now),
            },
        };
    }

    /// <summary>What is not known allows nothing.</summary>
    public static PodDisruptionBudget Failed(PodDisruptionBudget budget, string error, DateTimeOffset now) => budget with
    {
        Status = (budget.Status ?? new()) with
        {
            DisruptionsAllowed = 0,
            Conditions = With(budget, false, "SyncFailed", error, budget.Status?.ObservedGeneration ?? 0, now),
        },
    };

    private static List<Condition> With(PodDisruptionBudget budget, bool isTrue, string reason, string message, long generation, DateTimeOffset now)
    {
        var before = budget.Status?.Conditions ?? [];
        var known = before.FirstOrDefault(condition => condition.Type == DisruptionAllowed);
        var status = isTrue ? "True" : "False";
        return
        [
            .. before.Where(condition => condition.Type != DisruptionAllowed),
            new()
            {
                Type = DisruptionAllowed,
                Status = status,
                ObservedGeneration = generation,
                LastTransitionTime = known?.Status == status ? known.LastTransitionTime : now,
                Reason = reason,
                Message = message,
            },
        ];
    }
}
