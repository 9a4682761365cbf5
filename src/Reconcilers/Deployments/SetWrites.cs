using CloudletK8s.Api.Apps.V1;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Children;

namespace CloudletK8s.Reconcilers.Deployments;

/// <summary>What has to be written to a replica set for a rollout's wishes; null: nothing.</summary>
internal static class SetWrites
{
    private const string ScalingReplicaSet = "ScalingReplicaSet";

    public static Write? OfNew(Rollout rollout, ReplicaSet set)
    {
        // A deployment that is held lets its new set keep what was noted, unless it is scaled.
        var annotations = SetAnnotations.ForNew(rollout.Deployment, set, rollout.Newest);
        if (rollout.IsMade || rollout.IsSized(set))
            SetAnnotations.Size(annotations, rollout.Replicas, rollout.Replicas + rollout.Fences.MaxSurge);

        var wanted = set with
        {
            Metadata = set.Metadata! with { Annotations = annotations },
            Spec = set.Spec! with { Replicas = rollout.Size(set), MinReadySeconds = rollout.Deployment.Spec!.MinReadySeconds },
        };
        if (!rollout.IsMade)
            return Write.UpdateOf(set, wanted) is { } update ? update with { Done = Scaled(rollout, set) } : null;

        return new Write.Create<ReplicaSet>(wanted)
        {
            Done = Scaled(rollout, set),
            Refused = refusal => refusal.IsNamespaceGoing() ? null
                : EventNote.Warning(rollout.Deployment, DeploymentConditions.SetCreateError, CreateError(set, refusal.Message)),
        };
    }

    public static Write? OfOld(Rollout rollout, ReplicaSet set)
    {
        if (!rollout.IsSized(set))
            return null;

        var annotations = SetAnnotations.Copy(set);
        SetAnnotations.Size(annotations, rollout.Replicas, rollout.Replicas + rollout.Fences.MaxSurge);
        var wanted = set with { Metadata = set.Metadata! with { Annotations = annotations }, Spec = set.Spec! with { Replicas = rollout.Size(set) } };
        return Write.UpdateOf(set, wanted) is { } update ? update with { Done = Scaled(rollout, set) } : null;
    }

    public static string CreateError(ReplicaSet set, string? message) => $"Failed to create new replica set \"{set.Metadata!.Name}\": {message}";

    private static EventNote? Scaled(Rollout rollout, ReplicaSet set)
    {
        var (before, after) = (set.Spec?.Replicas ?? 1, rollout.Size(set));
        return before == after ? null : EventNote.Normal(
            rollout.Deployment, ScalingReplicaSet, $"Scaled {(before < after ? "up" : "down")} replica set {set.Metadata!.Name} from {before} to {after}");
    }
}
