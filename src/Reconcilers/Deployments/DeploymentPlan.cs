using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Children;

namespace CloudletK8s.Reconcilers.Deployments;

/// <summary>Brings the replica sets of a deployment to its template and its number of replicas.</summary>
internal static class DeploymentPlan
{
    public static Plan Decide(DeploymentView view, DateTimeOffset now)
    {
        var deployment = view.Deployment;
        var claim = Claim<ReplicaSet>.Make(deployment, view.Selector, view.Candidates, static (set, metadata) => set with { Metadata = metadata });
        if (claim.Writes.Count > 0)
            return new() { Steps = [new(claim.Writes)], Result = new ReconcileResult.RequeueAfter(TimeSpan.Zero, "replica sets were adopted or released") };

        var rollout = new Rollout(deployment, claim.Owned, view.Named);
        var isGoing = deployment.Metadata!.DeletionTimestamp is not null;
        var isHeld = isGoing || deployment.Spec!.Paused || Scaling.IsAsked(rollout);
        if (isHeld && !isGoing)
            Scaling.Step(rollout);
        else if (!isGoing && deployment.Spec!.Strategy?.Type == "Recreate")
            Recreation.Step(rollout, view.HasLivePods);
        else if (!isGoing)
            RollingUpdate.Step(rollout);

        var done = DeploymentStatusUpdate.Of(rollout, isHeld, PlanOutcome.AllDone, now);
        return new()
        {
            Steps = isGoing ? [] : [.. Writes(rollout), .. Cleanup(rollout, isHeld || DeploymentProgress.IsComplete(deployment, done.Status!))],
            Status = outcome => Write.StatusOf(deployment, outcome.IsDone ? done : DeploymentStatusUpdate.Of(rollout, isHeld, outcome, now)),
            Result = isHeld ? ReconcileResult.Done.Instance : DeploymentProgress.Next(deployment, done.Status!, now),
            WhenRefused = Refusals.Retry,
        };
    }

    /// <summary>The new set first, so that a rollout that is cut off has rather more pods than fewer.</summary>
    private static IEnumerable<PlanStep> Writes(Rollout rollout)
    {
        if (rollout.New is { } set && SetWrites.OfNew(rollout, set) is { } write)
            yield return PlanStep.Of(write);

        List<Write> old = [.. rollout.Old.Select(set => SetWrites.OfOld(rollout, set)).OfType<Write>()];
        if (old.Count > 0)
            yield return new(old);
    }

    /// <summary>Old sets without pods beyond the history that is kept.</summary>
    private static IEnumerable<PlanStep> Cleanup(Rollout rollout, bool isQuiet)
    {
        if (!isQuiet || rollout.Deployment.Spec!.RevisionHistoryLimit is not { } limit || limit == int.MaxValue)
            yield break;

        var sets = rollout.Old.Where(set => set.Metadata!.DeletionTimestamp is null).ToList();
        List<Write> writes = [.. sets
            .OrderBy(SetAnnotations.RevisionOf).ThenBy(set => set.Metadata!.CreationTimestamp)
            .Take(Math.Max(0, sets.Count - limit))
            .Where(set => rollout.Size(set) == 0 && set.Spec?.Replicas == 0 && set.Status is { Replicas: 0 }
                && set.Metadata!.Generation <= set.Status.ObservedGeneration)
            .Select(set => new Write.Delete<ReplicaSet>(set) { Settled = true })];
        if (writes.Count > 0)
            yield return new(writes);
    }
}
