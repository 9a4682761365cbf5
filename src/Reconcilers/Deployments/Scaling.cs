using CloudletK8s.Api.Apps.V1;

namespace CloudletK8s.Reconcilers.Deployments;

/// <summary>
/// Follows a new number of replicas without moving the rollout: what is added or taken is spread over the sets in proportion to
/// their sizes, so that a bad template does not get more pods than it had.
/// </summary>
internal static class Scaling
{
    /// <summary>Whether the sets were sized for another number of replicas.</summary>
    public static bool IsAsked(Rollout rollout) => rollout.All.Any(set => rollout.Size(set) > 0
        && SetAnnotations.Number(set, SetAnnotations.DesiredReplicas) is { } desired && desired != rollout.Replicas);

    public static void Step(Rollout rollout)
    {
        var active = rollout.All.Where(set => rollout.Size(set) > 0).ToList();
        if (active.Count <= 1)
        {
            if ((active.Count == 1 ? active[0] : rollout.New ?? (rollout.Old.Count > 0 ? rollout.Old[^1] : null)) is { } only
                && (rollout.Size(only) != rollout.Replicas || SetAnnotations.Number(only, SetAnnotations.DesiredReplicas) is not null))
                rollout.Resize(only, rollout.Replicas);
            return;
        }

        if (IsSaturated(rollout))
        {
            foreach (var set in active.Where(set => !ReferenceEquals(set, rollout.New)))
                rollout.Resize(set, 0);
            return;
        }

        if (rollout.Deployment.Spec?.Strategy?.Type == "RollingUpdate")
            Spread(rollout, active);
    }

    private static bool IsSaturated(Rollout rollout) => rollout.New is { } set
        && rollout.Size(set) == rollout.Replicas
        && SetAnnotations.Number(set, SetAnnotations.DesiredReplicas) == rollout.Replicas
        && set.Status?.AvailableReplicas == rollout.Replicas;

    private static void Spread(Rollout rollout, List<ReplicaSet> active)
    {
        var allowed = rollout.Replicas > 0 ? rollout.Replicas + rollout.Fences.MaxSurge : 0;
        var toAdd = allowed - active.Sum(rollout.Size);

        // Large sets first; of equal ones the newer grow and the older shrink.
        var ordered = toAdd < 0
            ? active.OrderByDescending(rollout.Size).ThenBy(set => set.Metadata!.CreationTimestamp)
            : active.OrderByDescending(rollout.Size).ThenByDescending(set => set.Metadata!.CreationTimestamp);
        var sets = ordered.ThenBy(set => set.Metadata!.Name, StringComparer.Ordinal).ToList();
        var added = 0;
        var sizes = new int[sets.Count];
        for (var i = 0; i < sets.Count; i++)
        {
            var left = toAdd - added;
            var share = left == 0 ? 0 : toAdd > 0 ? Math.Min(Share(rollout, sets[i]), left) : Math.Max(Share(rollout, sets[i]), left);
            sizes[i] = rollout.Size(sets[i]) + share;
            added += share;
        }

        sizes[0] = Math.Max(0, sizes[0] + toAdd - added);
        for (var i = 0; i < sets.Count; i++)
            rollout.Resize(sets[i], sizes[i]);
    }

    private static int Share(Rollout rollout, ReplicaSet set)
    {
        var size = rollout.Size(set);
        if (rollout.Replicas == 0)
            return -size;

        var before = SetAnnotations.Number(set, SetAnnotations.MaxReplicas) is { } noted and not 0 ? noted : rollout.Deployment.Status?.Replicas ?? 0;
        if (before == 0)
            return 0;

        var now = (double)size * (rollout.Replicas + rollout.Fences.MaxSurge) / before;
        return (int)Math.Round(now, MidpointRounding.AwayFromZero) - size;
    }
}
