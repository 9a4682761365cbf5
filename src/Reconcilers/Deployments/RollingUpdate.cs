using CloudletK8s.Api.Apps.V1;

namespace CloudletK8s.Reconcilers.Deployments;

/// <summary>
/// Moves replicas from the old sets to the new one. Growing and shrinking do not wait for each other: how far the old sets may
/// shrink does not depend on pods of the new set that are not there yet.
/// </summary>
internal static class RollingUpdate
{
    public static void Step(Rollout rollout)
    {
        GrowNew(rollout, rollout.EnsureNew());
        ShrinkOld(rollout);
    }

    private static void GrowNew(Rollout rollout, ReplicaSet set)
    {
        var size = rollout.Size(set);
        var room = rollout.HasSettled() ? rollout.Replicas + rollout.Fences.MaxSurge - rollout.TotalPods() : 0;
        var wanted = size > rollout.Replicas ? rollout.Replicas : size + Math.Clamp(room, 0, rollout.Replicas - size);
        if (wanted != size)
            rollout.Resize(set, wanted);
    }

    private static void ShrinkOld(Rollout rollout)
    {
        if (rollout.Old.Sum(rollout.Size) == 0)
            return;

        var least = rollout.Replicas - rollout.Fences.MaxUnavailable;
        var newUnavailable = rollout.Size(rollout.New!) - (rollout.New!.Status?.AvailableReplicas ?? 0);
        var most = rollout.TotalSize() - least - newUnavailable;
        if (most <= 0)
            return;

        // Pods that do not work are given up first: that costs nothing.
        Take(rollout, most, set => rollout.Size(set) - (set.Status?.AvailableReplicas ?? 0));
        Take(rollout, rollout.Available() - least, rollout.Size);
    }

    private static void Take(Rollout rollout, int count, Func<ReplicaSet, int> from)
    {
        foreach (var set in rollout.Old)
        {
            if (count <= 0)
                return;

            var taken = Math.Min(count, Math.Min(from(set), rollout.Size(set)));
            if (taken <= 0)
                continue;

            count -= taken;
            rollout.Resize(set, rollout.Size(set) - taken);
        }
    }
}
