using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Policy.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Disruptions;

/// <summary>Tells how many of a budget's pods may be disrupted now.</summary>
internal static class BudgetPlan
{
    public static Plan Decide(BudgetView view, DateTimeOffset now)
    {
        var budget = view.Budget;
        var told = new List<EventNote>();
        if (view.Pods.Count == 0 && (budget.Status?.ExpectedPods != 0 || budget.Status.ObservedGeneration != budget.Metadata!.Generation))
            told.Add(EventNote.Normal(budget, "NoPods", "No matching pods found"));

        var (expected, desired, error) = Wanted(view);
        if (error is not null)
        {
            return new()
            {
                Status = _ => Write.StatusOf(budget, BudgetStatusUpdate.Failed(budget, error, now)),
                Events = [.. told, EventNote.Warning(budget, "CalculateExpectedPodCountFailed", $"Failed to calculate the number of expected pods: {error}")],

                // Nothing wakes a budget when somebody else's controller appears.
                Result = new ReconcileResult.Failed(error),
            };
        }

        if (view.Expected.Unmanaged && budget.Status?.ObservedGeneration != budget.Metadata!.Generation)
            told.Add(EventNote.Warning(budget, "UnmanagedPods", UnmanagedMessage(budget)));

        var disrupted = DisruptedPods.Of(view, now);
        var healthy = view.Pods.Count(pod => !pod.IsTerminating() && !disrupted.Awaited.ContainsKey(pod.Metadata!.Name!) && pod.IsReady());
        return new()
        {
            Status = _ => Write.StatusOf(budget, BudgetStatusUpdate.Of(budget, new(healthy, desired, expected), disrupted.Awaited, now)),
            Events = [.. told, .. disrupted.Told],
            Result = disrupted.Recheck is { } wait
                ? new ReconcileResult.RequeueAfter(wait, "a pod that was to be evicted should be gone")
                : ReconcileResult.Done.Instance,
        };
    }

    public static bool AsksForScale(PodDisruptionBudgetSpec? spec) => spec is { MaxUnavailable: not null } or { MinAvailable.IsNumber: false };

    private static (int Expected, int Desired, string? Error) Wanted(BudgetView view)
    {
        var spec = view.Budget.Spec ?? new();
        if (AsksForScale(spec) && view.Expected.Error is { } unknown)
            return (0, 0, unknown);

        string? error = null;
        if (spec.MaxUnavailable is { } most)
            return (view.Expected.Count, Math.Max(0, view.Expected.Count - most.Of(view.Expected.Count, roundUp: true, out error)), error);

        return spec.MinAvailable switch
        {
            { IsNumber: true } least => (view.Pods.Count, least.Number, null),
            { } share => (view.Expected.Count, share.Of(view.Expected.Count, roundUp: true, out error), error),
            null => (0, 0, null),
        };
    }

    private static string UnmanagedMessage(PodDisruptionBudget budget) =>
        $"Pods selected by this PodDisruptionBudget (selector: {SelectorOf(budget)}) were found to be unmanaged. "
        + "As a result, the status of the PDB cannot be calculated correctly, which may result in undefined behavior. "
        + "To account for these pods please set \".spec.minAvailable\" field of the PDB to an integer value.";

    private static string SelectorOf(PodDisruptionBudget budget) =>
        LabelRequirements.TryRead(budget.Spec?.Selector, out var selector, out _) ? selector.ToString() : "";
}
