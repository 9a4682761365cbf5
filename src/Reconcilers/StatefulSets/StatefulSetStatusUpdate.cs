using CloudletK8s.Api.Apps.V1;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.StatefulSets;

/// <summary>The status of a stateful set once its work is done, or as far as it got.</summary>
internal static class StatefulSetStatusUpdate
{
    public static StatefulSet Of(StatefulWork work, PlanOutcome outcome)
    {
        var set = work.Set;
        int replicas = 0, ready = 0, available = 0, current = 0, updated = 0;
        foreach (var slot in work.Replicas.Concat(work.Condemned))
        {
            if (slot.Pod is null && !(outcome.IsDone && work.Made.Contains(slot)))
                continue;

            replicas++;
            ready += slot.IsReady ? 1 : 0;
            available += slot.IsAvailable(work.MinReadySeconds, work.Now) ? 1 : 0;
            if (slot.IsTerminating || (outcome.IsDone && work.IsDeleted(slot)))
                continue;

            current += slot.Revision == work.Current.Metadata!.Name ? 1 : 0;
            updated += slot.Revision == work.Update.Metadata!.Name ? 1 : 0;
        }

        var status = (set.Status ?? new()) with
        {
            ObservedGeneration = set.Metadata!.Generation,
            Replicas = replicas,
            ReadyReplicas = ready,
            AvailableReplicas = available,
            CurrentReplicas = current,
            UpdatedReplicas = updated,
            CurrentRevision = work.Current.Metadata!.Name,
            UpdateRevision = work.Update.Metadata!.Name,
            CollisionCount = work.History.CollisionCount ?? 0,
        };
        return set with { Status = IsUpdated(set, status) ? status with { CurrentReplicas = updated, CurrentRevision = status.UpdateRevision } : status };
    }

    private static bool IsUpdated(StatefulSet set, StatefulSetStatus status)
    {
        var wanted = set.Spec!.Replicas ?? 1;
        return set.Spec.UpdateStrategy?.Type == "RollingUpdate" && status.UpdatedReplicas == wanted && status.Replicas == wanted && status.ReadyReplicas == wanted;
    }
}
