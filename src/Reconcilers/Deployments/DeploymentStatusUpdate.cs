using CloudletK8s.Api.Apps.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Children;

namespace CloudletK8s.Reconcilers.Deployments;

/// <summary>The status of a deployment, and the revision that stands on it, after a rollout's writes.</summary>
internal static class DeploymentStatusUpdate
{
    /// <param name="isHeld">The rollout does not go on by itself, so that its progress is not judged.</param>
    public static Deployment Of(Rollout rollout, bool isHeld, PlanOutcome outcome, DateTimeOffset now)
    {
        var deployment = rollout.Deployment;
        var conditions = new DeploymentConditions(deployment.Status?.Conditions, now);
        var refusal = outcome.Refusals.FirstOrDefault(refusal => refusal.Write is Write.Create<ReplicaSet>).Status;
        var hasNew = rollout.New is not null && !(rollout.IsMade && refusal is not null);
        var counts = Counts(rollout, outcome.IsDone);

        var isAvailable = counts.AvailableReplicas >= rollout.Replicas - rollout.Fences.MaxUnavailable;
        if (isAvailable)
            conditions.Set(DeploymentConditions.Available, "True", "MinimumReplicasAvailable", "Deployment has minimum availability.");
        else
            conditions.Set(DeploymentConditions.Available, "False", "MinimumReplicasUnavailable", "Deployment does not have minimum availability.");

        if (deployment.Metadata!.DeletionTimestamp is null && DeploymentProgress.HasDeadline(deployment))
        {
            Pause(deployment, conditions);
            if (refusal is not null && !refusal.IsNamespaceGoing())
                conditions.Set(DeploymentConditions.Progressing, "False", DeploymentConditions.SetCreateError, SetWrites.CreateError(rollout.New!, refusal.Message));
            else if (rollout.IsMade)
                conditions.Set(DeploymentConditions.Progressing, "True", DeploymentConditions.SetCreated, $"Created new replica set \"{rollout.New!.Metadata!.Name}\"");
            else if (hasNew && (conditions.Find(DeploymentConditions.Progressing) is null || IsTakenUp(rollout, conditions)))
                conditions.Set(DeploymentConditions.Progressing, "True", DeploymentConditions.SetFound, $"Found new replica set \"{rollout.New!.Metadata!.Name}\"");
        }

        if (!isHeld && refusal is null)
            DeploymentProgress.Judge(deployment, counts, hasNew ? $"ReplicaSet \"{rollout.New!.Metadata!.Name}\"" : $"Deployment \"{deployment.Metadata.Name}\"", conditions, now);

        Failure(rollout, conditions);
        return deployment with
        {
            Metadata = hasNew ? Revised(deployment, rollout) : deployment.Metadata,
            Status = counts with { Conditions = conditions.All, CollisionCount = rollout.CollisionCount },
        };
    }

    /// <summary>
    /// A late rollout went back to a set that was there: that is a rollout of its own with its own time. Whoever follows
    /// an undo would else be told of the lateness that the undo ended.
    /// </summary>
    private static bool IsTakenUp(Rollout rollout, DeploymentConditions conditions) =>
        conditions.Find(DeploymentConditions.Progressing)?.Reason == DeploymentConditions.DeadlineExceeded
        && SetAnnotations.RevisionOf(rollout.New!) < rollout.Newest;

    private static DeploymentStatus Counts(Rollout rollout, bool isDone)
    {
        var available = rollout.Available();
        return (rollout.Deployment.Status ?? new()) with
        {
            ObservedGeneration = rollout.Deployment.Metadata!.Generation,
            Replicas = rollout.All.Sum(set => set.Status?.Replicas ?? 0),
            UpdatedReplicas = rollout.New?.Status?.Replicas ?? 0,
            ReadyReplicas = rollout.All.Sum(set => set.Status?.ReadyReplicas ?? 0),
            AvailableReplicas = available,
            UnavailableReplicas = Math.Max(0, (isDone ? rollout.TotalSize() : rollout.All.Sum(set => set.Spec?.Replicas ?? 1)) - available),
        };
    }

    /// <summary>A rollout that stands still because it is told to is not late.</summary>
    private static void Pause(Deployment deployment, DeploymentConditions conditions)
    {
        var current = conditions.Find(DeploymentConditions.Progressing);
        if (current?.Reason == DeploymentConditions.DeadlineExceeded)
            return;

        if (deployment.Spec!.Paused)
            conditions.Set(DeploymentConditions.Progressing, "Unknown", DeploymentConditions.Paused, "Deployment is paused");
        else if (current?.Reason == DeploymentConditions.Paused)
            conditions.Set(DeploymentConditions.Progressing, "Unknown", DeploymentConditions.Resumed, "Deployment is resumed");
    }

    /// <summary>Says what keeps a set from making its pods, the new set before the old ones.</summary>
    private static void Failure(Rollout rollout, DeploymentConditions conditions)
    {
        var failed = rollout.All.Reverse()
            .SelectMany(set => set.Status?.Conditions ?? [])
            .FirstOrDefault(condition => condition.Type == DeploymentConditions.ReplicaFailure);
        if (failed is null)
        {
            conditions.Remove(DeploymentConditions.ReplicaFailure);
            return;
        }

        if (conditions.Find(DeploymentConditions.ReplicaFailure) is { } known && known.Status == failed.Status && known.Reason == failed.Reason)
            return;

        conditions.Put(new()
        {
            Type = failed.Type,
            Status = failed.Status,
            Reason = failed.Reason,
            Message = failed.Message,
            LastTransitionTime = failed.LastTransitionTime,
            LastUpdateTime = failed.LastTransitionTime,
        });
    }

    private static Api.Meta.V1.ObjectMeta Revised(Deployment deployment, Rollout rollout)
    {
        var noted = SetAnnotations.ForNew(deployment, rollout.New!, rollout.Newest).GetValueOrDefault(SetAnnotations.Revision);
        var metadata = deployment.Metadata!;
        return noted is null || metadata.Annotations?.GetValueOrDefault(SetAnnotations.Revision) == noted ? metadata : metadata with
        {
            Annotations = new Dictionary<string, string>(metadata.Annotations ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [SetAnnotations.Revision] = noted },
        };
    }
}
