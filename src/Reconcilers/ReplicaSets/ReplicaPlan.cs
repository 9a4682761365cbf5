using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Children;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.ReplicaSets;

/// <summary>Keeps the number of pods of a set. The same for replica sets and replication controllers.</summary>
internal static class ReplicaPlan
{
    /// <summary>The most pods that are made or given up in one go; the rest comes with the next look.</summary>
    private const int Burst = 500;

    /// <param name="status">The set with its counts and, when pods could not be made or given up, the reason ("FailedCreate") and message.</param>
    public static Plan Decide<TSet>(
        ReplicaView<TSet> view, DateTimeOffset now, Func<ReplicaCounts, (string Reason, string Message)?, TSet> status) where TSet : class, IApiObject
    {
        var owner = view.Owner;
        var claim = Claim<Pod>.Make(owner, view.Selector, view.Candidates, static (pod, metadata) => pod with { Metadata = metadata });
        if (claim.Writes.Count > 0)
        {
            // What was adopted or let go counts from the next look on.
            return new() { Steps = [new(claim.Writes)], Result = new ReconcileResult.RequeueAfter(TimeSpan.Zero, "pods were adopted or released") };
        }

        var active = claim.Owned.Where(pod => pod.IsActive()).ToList();
        var counts = ReplicaCounts.Of(active, view.Template, view.MinReadySeconds, now);
        var missing = view.Replicas - active.Count;
        var isLeaving = owner.Metadata!.DeletionTimestamp is not null;
        var step = isLeaving || missing == 0 ? null
            : missing > 0 ? Create(view, Math.Min(missing, Burst))
            : Delete(view, active, Math.Min(-missing, Burst), now);

        return new()
        {
            Steps = step is null ? [] : [step],
            Status = outcome => Write.StatusOf(owner, status(After(counts, view, step, outcome), Failure(missing, outcome))),
            Result = Math.Abs(missing) > Burst && !isLeaving
                ? new ReconcileResult.RequeueAfter(TimeSpan.Zero, "more pods are to be made or given up")
                : Next(active, view.MinReadySeconds, now),
            WhenRefused = Refusals.Retry,
        };
    }

    private static PlanStep Create<TSet>(ReplicaView<TSet> view, int count) where TSet : class, IApiObject
    {
        var owner = view.Owner;
        var prefix = owner.Metadata!.Name + "-";
        var writes = new List<Write>(count);
        foreach (var name in ChildNames.Free(prefix, owner.Metadata.Uid!, view.Salt, view.IsTaken).Take(count))
        {
            writes.Add(PodWrites.Create(owner, TemplatePods.Make(owner, view.Template, name, prefix)));
        }

        return new(writes) { SlowStart = true };
    }

    private static PlanStep Delete<TSet>(ReplicaView<TSet> view, List<Pod> active, int count, DateTimeOffset now) where TSet : class, IApiObject
    {
        var owner = view.Owner;
        active.Sort(new PodRanking(view.Related, now));
        var writes = new List<Write>(count);
        foreach (var pod in active.Take(count))
        {
            writes.Add(PodWrites.Delete(owner, pod));
        }

        return new(writes);
    }

    /// <summary>The counts with what the plan itself has done, so that a scale-up writes the status once instead of twice.</summary>
    private static ReplicaCounts After<TSet>(ReplicaCounts before, ReplicaView<TSet> view, PlanStep? step, PlanOutcome outcome)
    {
        if (step is null || !outcome.IsDone || step.Writes[0] is not Write.Create<Pod>)
            return before;

        var labels = Api.Selectors.LabelRequirements.OfLabels(view.Template?.Metadata?.Labels);
        var labelled = step.Writes.Count(write => labels.Matches(((Write.Create<Pod>)write).Object.Metadata!.Labels));
        return before with { Replicas = before.Replicas + step.Writes.Count, FullyLabeled = before.FullyLabeled + labelled };
    }

    private static (string Reason, string Message)? Failure(int missing, PlanOutcome outcome) =>
        outcome.IsDone ? null : (missing > 0 ? "FailedCreate" : "FailedDelete", outcome.Message);

    private static ReconcileResult Next(List<Pod> active, int minReadySeconds, DateTimeOffset now)
    {
        TimeSpan? soonest = null;
        foreach (var pod in active)
        {
            if (pod.UntilAvailable(minReadySeconds, now) is { } left && (soonest is null || left < soonest))
                soonest = left;
        }

        return soonest is { } wait ? new ReconcileResult.RequeueAfter(wait, "a ready pod becomes available") : ReconcileResult.Done.Instance;
    }
}
