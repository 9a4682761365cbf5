using CloudletK8s.Api.Apps.V1;

namespace CloudletK8s.Reconcilers.Deployments;

/// <summary>Ends all old pods before the first new one starts.</summary>
internal static class Recreation
{
    public static void Step(Rollout rollout, Func<ReplicaSet, bool> hasLivePods)
    {
        var shrunk = false;
        foreach (var set in rollout.Old)
        {
            if (rollout.Size(set) == 0)
                continue;

            rollout.Resize(set, 0);
            shrunk = true;
        }

        if (shrunk || rollout.Old.Any(set => set.Status is { Replicas: > 0 } || hasLivePods(set)))
            return;

        var made = rollout.EnsureNew();
        if (rollout.Size(made) != rollout.Replicas)
            rollout.Resize(made, rollout.Replicas);
    }
}
