using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.Autoscaling.Metrics;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Autoscaling;

/// <summary>From what was measured to how many pods that asks for.</summary>
internal static class ReplicaMath
{
    /// <summary>A load this close to its target changes nothing.</summary>
    private const double Tolerance = 0.1;

    public static bool IsNear(double ratio) => Math.Abs(1.0 - ratio) <= Tolerance;

    /// <param name="ratioOf">The load against its target; null: it cannot be told.</param>
    /// <param name="assumed">What pods without metrics are taken to use when there would be fewer pods.</param>
    /// <returns>Null when the ratio cannot be told.</returns>
    public static int? OfPods(
        PodGroups groups, int current, Func<Dictionary<string, PodSample>, double?> ratioOf, Func<string, long> assumed)
    {
        if (ratioOf(groups.Samples) is not { } ratio)
            return null;

        var countsUnready = groups.Unready.Count > 0 && ratio > 1.0;
        if (!countsUnready && groups.Missing.Count == 0)
            return IsNear(ratio) ? current : Ceiling(ratio * groups.Ready);

        // What is not known is taken for what makes the smaller change.
        var samples = new Dictionary<string, PodSample>(groups.Samples, StringComparer.Ordinal);
        foreach (var name in ratio == 1.0 ? [] : groups.Missing)
            samples[name] = new(ratio < 1.0 ? assumed(name) : 0, default, default);
        foreach (var name in countsUnready ? groups.Unready : [])
            samples[name] = default;

        if (ratioOf(samples) is not { } cautious)
            return null;
        if (IsNear(cautious) || (ratio < 1.0 && cautious > 1.0) || (ratio > 1.0 && cautious < 1.0))
            return current;

        var replicas = Ceiling(cautious * samples.Count);
        return (cautious < 1.0 && replicas > current) || (cautious > 1.0 && replicas < current) ? current : replicas;
    }

    /// <summary>Of a load that all pods share.</summary>
    /// <returns>Null: no pod is there to tell from.</returns>
    public static int? OfShared(double ratio, int current, IReadOnlyList<Pod> pods)
    {
        if (current == 0)
            return Ceiling(ratio);
        if (IsNear(ratio))
            return current;
        return pods.Count == 0 ? null : Ceiling(ratio * pods.Count(pod => pod.Status?.Phase == PodState.Running && pod.IsReady()));
    }

    /// <summary>Of a load with a target for each pod.</summary>
    public static int OfEach(long load, long target, int current) =>
        current > 0 && IsNear(load / ((double)target * current)) ? current : Ceiling(load / (double)target);

    public static int Ceiling(double replicas) => (int)Math.Min(int.MaxValue, Math.Ceiling(replicas));
}
