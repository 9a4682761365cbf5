namespace CloudletK8s.Reconcilers.StatefulSets;

/// <summary>Gives up pods of other revisions, the highest ordinal first; they are made again from the new template.</summary>
internal static class StatefulUpdate
{
    public static void Step(StatefulWork work)
    {
        var strategy = work.Set.Spec!.UpdateStrategy;
        if (strategy?.Type == "OnDelete")
            return;

        var first = strategy?.RollingUpdate?.Partition ?? 0;
        if (strategy?.RollingUpdate?.MaxUnavailable is { } most)
            Several(work, first, Math.Max(1, most.Scaled(work.Replicas.Count, roundUp: false)));
        else
            One(work, first);
    }

    private static void One(StatefulWork work, int first)
    {
        for (var at = work.Replicas.Count - 1; at >= first; at--)
        {
            var slot = work.Replicas[at];
            if (IsOld(work, slot))
            {
                work.Delete(slot);
                return;
            }

            if (work.IsUnavailable(slot))
                return;
        }
    }

    private static void Several(StatefulWork work, int first, int most)
    {
        var left = most - work.Replicas.Count(work.IsUnavailable);
        for (var at = work.Replicas.Count - 1; at >= first && left > 0; at--)
        {
            if (!IsOld(work, work.Replicas[at]))
                continue;

            work.Delete(work.Replicas[at]);
            left--;
        }
    }

    private static bool IsOld(StatefulWork work, StatefulSlot slot) =>
        slot is { Pod: not null, IsTerminating: false } && slot.Revision != work.Update.Metadata!.Name && !work.IsDeleted(slot);
}
