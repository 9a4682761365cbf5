using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Reconcilers.Deployments;

/// <summary>How far a rollout may go above and below the number of replicas.</summary>
internal readonly record struct Fenceposts(int MaxSurge, int MaxUnavailable)
{
    public static Fenceposts Of(DeploymentSpec spec)
    {
        var replicas = spec.Replicas ?? 1;
        if (spec.Strategy?.Type != "RollingUpdate")
            return default;

        var update = spec.Strategy.RollingUpdate;
        var surge = (update?.MaxSurge ?? IntOrString.Of(0)).Scaled(replicas, roundUp: true);
        var unavailable = (update?.MaxUnavailable ?? IntOrString.Of(0)).Scaled(replicas, roundUp: false);

        // Percentages of few replicas may both come to nothing, and then nothing could ever move.
        if (surge == 0 && unavailable == 0)
            unavailable = 1;

        return new(surge, Math.Min(unavailable, replicas));
    }
}
