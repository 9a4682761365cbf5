using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.StatefulSets;

/// <summary>Makes the pods that are missing, makes those again that have ended, and gives up those beyond the replicas.</summary>
internal static class StatefulReplicas
{
    /// <returns>False: something has to happen before anything else may.</returns>
    public static bool Step(StatefulWork work)
    {
        foreach (var slot in work.Replicas)
        {
            if (!Keep(work, slot) && work.IsOrdered)
                return false;
        }

        foreach (var slot in work.Condemned)
            work.Claim(StatefulClaims.Retain(work.View, slot.Pod!, slot.Ordinal));

        return GiveUp(work);
    }

    /// <returns>False: the next ordinal has to wait for this one.</returns>
    private static bool Keep(StatefulWork work, StatefulSlot slot)
    {
        if (slot.IsFinished)
        {
            // However it ended, the set's pods are to run; the next one comes when this one is gone.
            if (!slot.IsTerminating)
                work.Delete(slot);
            return false;
        }

        if (slot.Pod is not { } pod)
        {
            if (!StatefulClaims.AreStale(work.View, slot.Ordinal) && StatefulClaims.Missing(work.View, slot.Ordinal) is { } missing)
            {
                work.Claim(missing);
                work.Make(slot);
            }

            return false;
        }

        if (pod.Status?.Phase is null or PodState.Pending)
            work.Claim(StatefulClaims.Missing(work.View, slot.Ordinal) ?? []);
        if (work.IsOrdered && work.IsUnavailable(slot))
            return false;

        if (!StatefulPods.HasIdentity(pod))
            work.Change(slot, StatefulPods.WithIdentity(work.Set, pod, slot.Ordinal));
        work.Claim(StatefulClaims.Retain(work.View, pod, slot.Ordinal));
        return true;
    }

    private static bool GiveUp(StatefulWork work)
    {
        // The lowest ordinal that is in trouble may go; others wait until it is well.
        var troubled = work.Replicas.FirstOrDefault(work.IsUnavailable) ?? work.Condemned.LastOrDefault(work.IsUnavailable);
        foreach (var slot in work.Condemned)
        {
            if (!work.IsOrdered)
            {
                if (!slot.IsTerminating)
                    work.Delete(slot);
                continue;
            }

            if (!slot.IsTerminating && (!work.IsUnavailable(slot) || ReferenceEquals(slot, troubled)))
                work.Delete(slot);
            return false;
        }

        return true;
    }
}
