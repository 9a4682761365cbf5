using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Children;
using CloudletK8s.Reconcilers.Pods;
using CloudletK8s.Reconcilers.Revisions;

namespace CloudletK8s.Reconcilers.StatefulSets;

/// <summary>Keeps pods with a name and volumes of their own, in order unless it may go in parallel.</summary>
internal static class StatefulSetPlan
{
    private const string HashLabel = "controller.kubernetes.io/hash";

    public static Plan Decide(StatefulSetView view, DateTimeOffset now)
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

        var history = RevisionHistory.Of(set, set.Spec!.Template, revisions.Owned, view.RevisionNamed, HashLabel, set.Status?.CollisionCount);
        var work = new StatefulWork(view, pods.Owned, history, now);
        var isGoing = set.Metadata!.DeletionTimestamp is not null;
        if (!isGoing && StatefulReplicas.Step(work))
            StatefulUpdate.Step(work);

        return new()
        {
            Steps = isGoing ? [] : [.. work.Steps(), .. Truncate(work, pods.Owned)],
            Status = outcome => outcome.Refusals.Any(refusal => ReferenceEquals(refusal.Write, history.Write)) || (isGoing && history.Write is not null)
                ? null
                : Write.StatusOf(set, StatefulSetStatusUpdate.Of(work, outcome)),
            Result = Next(work, pods.Owned),
            WhenRefused = Refusals.Retry,
        };
    }

    private static IEnumerable<PlanStep> Truncate(StatefulWork work, IReadOnlyList<Pod> pods)
    {
        var live = pods.Select(StatefulPods.RevisionOf).Append(work.Current.Metadata!.Name).ToHashSet();
        List<Write> writes = [.. work.History.Truncate(work.Set.Spec!.RevisionHistoryLimit, revision => live.Contains(revision.Metadata!.Name), countsLive: false)];
        if (writes.Count > 0)
            yield return new(writes);
    }

    private static ReconcileResult Next(StatefulWork work, IReadOnlyList<Pod> pods)
    {
        var soonest = pods.Select(pod => pod.UntilAvailable(work.MinReadySeconds, work.Now)).Min();
        return soonest is { } wait ? new ReconcileResult.RequeueAfter(wait, "a ready pod becomes available") : ReconcileResult.Done.Instance;
    }
}
