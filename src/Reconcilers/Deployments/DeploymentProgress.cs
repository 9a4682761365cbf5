using CloudletK8s.Api.Apps.V1;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.Reconcilers.Deployments;

/// <summary>How far a rollout is, and whether it still moves.</summary>
internal static class DeploymentProgress
{
    public static bool HasDeadline(Deployment deployment) => deployment.Spec!.ProgressDeadlineSeconds is not (null or int.MaxValue);

    public static bool IsComplete(Deployment deployment, DeploymentStatus status)
    {
        var replicas = deployment.Spec!.Replicas ?? 1;
        return status.UpdatedReplicas == replicas && status.Replicas == replicas && status.AvailableReplicas == replicas
            && status.ObservedGeneration >= deployment.Metadata!.Generation;
    }

    /// <summary>Brings the condition up to date with what the counts say.</summary>
    /// <param name="subject">What the messages are about.</param>
    public static void Judge(Deployment deployment, DeploymentStatus counts, string subject, DeploymentConditions conditions, DateTimeOffset now)
    {
        if (!HasDeadline(deployment))
        {
            conditions.Remove(DeploymentConditions.Progressing);
            return;
        }

        var current = conditions.Find(DeploymentConditions.Progressing);
        if (counts.Replicas == counts.UpdatedReplicas && current?.Reason == DeploymentConditions.SetAvailable)
            return;

        if (IsComplete(deployment, counts))
            conditions.Set(DeploymentConditions.Progressing, "True", DeploymentConditions.SetAvailable, $"{subject} has successfully progressed.");
        else if (HasMoved(deployment.Status ?? new(), counts))
            conditions.Renew(DeploymentConditions.Progressing, "True", DeploymentConditions.SetUpdated, $"{subject} is progressing.");
        else if (HasTimedOut(deployment, current, now))
            conditions.Set(DeploymentConditions.Progressing, "False", DeploymentConditions.DeadlineExceeded, $"{subject} has timed out progressing.");
    }

    /// <summary>When the rollout has to be looked at again if nothing happens until then.</summary>
    public static ReconcileResult Next(Deployment deployment, DeploymentStatus status, DateTimeOffset now)
    {
        if (!HasDeadline(deployment) || IsComplete(deployment, status)
            || DeploymentConditions.Find(status.Conditions, DeploymentConditions.Progressing) is not { LastUpdateTime: { } since } condition
            || condition.Reason is DeploymentConditions.DeadlineExceeded or DeploymentConditions.SetAvailable)
            return ReconcileResult.Done.Instance;

        var left = since.AddSeconds(deployment.Spec!.ProgressDeadlineSeconds!.Value) - now;
        return new ReconcileResult.RequeueAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero, "the progress deadline");
    }

    private static bool HasMoved(DeploymentStatus before, DeploymentStatus now) =>
        now.UpdatedReplicas > before.UpdatedReplicas
        || now.Replicas - now.UpdatedReplicas < before.Replicas - before.UpdatedReplicas
        || now.ReadyReplicas > before.ReadyReplicas
        || now.AvailableReplicas > before.AvailableReplicas;

    private static bool HasTimedOut(Deployment deployment, DeploymentCondition? current, DateTimeOffset now)
    {
        // A rollout that was complete once may lose pods without being late.
        if (current is null || current.Reason == DeploymentConditions.SetAvailable)
            return false;

        return current.Reason == DeploymentConditions.DeadlineExceeded
            || current.LastUpdateTime?.AddSeconds(deployment.Spec!.ProgressDeadlineSeconds!.Value) <= now;
    }
}
