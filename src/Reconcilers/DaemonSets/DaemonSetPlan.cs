using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Children;
using CloudletK8s.Reconcilers.Pods;
using CloudletK8s.Reconcilers.Revisions;

namespace CloudletK8s.Reconcilers.DaemonSets;

/// <summary>Keeps a daemon on every node that its template asks for.</summary>
internal static class DaemonSetPlan
{
    public static Plan Decide(DaemonSetView view, DateTimeOffset now)
    {
        var set = view.Set;
        var pods = Claim<Pod>.Make(set, view.Selector, view.Pods, static (pod, metadata) => pod with { Metadata = metadata });
        var revisions = Claim<ControllerRevision>.Make(set, view.Selector, view.Revisions, static (revision, metadata) => revision with { Metadata = metadata });
        if (pods.Writes.Count + revisions.Writes.Count > 0)
        {
            return new()
            {
                Steps = [new([.. revisions.Writes, .. pods.Writes])],
                Result = new ReconcileResult.RequeueAfter(TimeSpan.Zero, "pods or revisions were adopted or released"),
            };
        }

        var history = RevisionHistory.Of(set, set.Spec!.Template, revisions.Owned, view.RevisionNamed, DaemonPods.HashLabel, set.Status?.CollisionCount);
        var work = new DaemonWork(view, pods.Owned, history, now);
        DaemonPlacement.Step(work);

        // Nodes are changed over one by one only when each has what it should have.
        if (!work.HasPodWrites)
            DaemonRollout.Step(work);

        return new()
        {
            Steps = [.. work.Steps(), .. Truncate(work, pods.Owned)],
            Events = work.Events,
            Status = outcome => outcome.Refusals.Any(refusal => ReferenceEquals(refusal.Write, history.Write))
                ? null
                : Write.StatusOf(set, DaemonSetStatusUpdate.Of(work)),
            Result = Next(work, pods.Owned),
            WhenRefused = Refusals.Retry,
        };
    }

    private static IEnumerable<PlanStep> Truncate(DaemonWork work, IReadOnlyList<Pod> pods)
    {
        var live = pods.Select(pod => pod.Metadata?.Labels?.GetValueOrDefault(DaemonPods.HashLabel)).ToHashSet();
        List<Write> writes = [.. work.History.Truncate(
            work.Set.Spec!.RevisionHistoryLimit, revision => live.Contains(revision.Metadata!.Labels?.GetValueOrDefault(DaemonPods.HashLabel)), countsLive: true)];
        if (writes.Count > 0)
            yield return new(writes);
    }

    private static ReconcileResult Next(DaemonWork work, IReadOnlyList<Pod> pods)
    {
        ReconcileResult next = work.IsMoreThanABurst
            ? new ReconcileResult.RequeueAfter(TimeSpan.Zero, "more daemons are to be made or given up")
            : ReconcileResult.Done.Instance;
        if (work.Wait is { } pause)
            next = ReconcileResult.Sooner(next, new ReconcileResult.RequeueAfter(pause, "daemons have failed here"));
        if (pods.Select(pod => pod.UntilAvailable(work.Set.Spec!.MinReadySeconds, work.Now)).Min() is { } wait)
            next = ReconcileResult.Sooner(next, new ReconcileResult.RequeueAfter(wait, "a ready pod becomes available"));
        return next;
    }
}
