using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Disruptions;

/// <summary>Pods whose eviction was granted and that are not on their way out yet.</summary>
/// <param name="Recheck">When the first of them should be.</param>
internal sealed record DisruptedPods(IReadOnlyDictionary<string, DateTimeOffset> Awaited, TimeSpan? Recheck, IReadOnlyList<EventNote> Told)
{
    /// <summary>An eviction that leads to no deletion for so long has failed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static DisruptedPods Of(BudgetView view, DateTimeOffset now)
    {
        var granted = view.Budget.Status?.DisruptedPods;
        var awaited = new Dictionary<string, DateTimeOffset>();
        var told = new List<EventNote>();
        TimeSpan? recheck = null;
        if (granted is not { Count: > 0 })
            return new(awaited, recheck, told);

        foreach (var pod in view.Pods)
        {
            if (pod.IsTerminating() || !granted.TryGetValue(pod.Metadata!.Name!, out var since))
                continue;

            var left = since + Patience - now;
            if (left > TimeSpan.Zero)
            {
                awaited[pod.Metadata.Name!] = since;
                recheck = recheck is null || left < recheck ? left : recheck;
            }
            else
            {
                told.Add(EventNote.Warning(pod, "NotDeleted", $"Pod was expected by PDB {view.Budget.Metadata!.Namespace}/{view.Budget.Metadata.Name} to be deleted but it wasn't"));
            }
        }

        return new(awaited, recheck, told);
    }
}
