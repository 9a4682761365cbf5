using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.Reconcilers.Nodes;

namespace CloudletK8s.Reconcilers.TaintEviction;

/// <summary>How long a pod stands the taints of its node.</summary>
internal static class PodTolerance
{
    /// <summary>Until when the pod may stay; null: for good.</summary>
    /// <param name="unknownSince">When a taint was added that does not say so.</param>
    public static DateTimeOffset? Until(Pod pod, IReadOnlyList<Taint>? taints, DateTimeOffset unknownSince)
    {
        DateTimeOffset? until = null;
        foreach (var taint in taints ?? [])
        {
            if (taint.Effect != NodeTaints.NoExecute)
                continue;
            if (Seconds(pod, taint) is not { } seconds)
                return DateTimeOffset.MinValue;
            if (seconds == long.MaxValue)
                continue;

            var since = taint.TimeAdded ?? unknownSince;
            if (ArrivedAt(pod) is { } arrived && arrived > since)
                since = arrived;
            var at = seconds <= 0 ? DateTimeOffset.MinValue : since.AddSeconds(Math.Min(seconds, int.MaxValue));
            if (until is null || at < until)
                until = at;
        }

        return until;
    }

    /// <summary>Whether the pod's stay depends on when this taint was added.</summary>
    public static bool IsCounting(Pod pod, Taint taint) =>
        taint.Effect == NodeTaints.NoExecute && Seconds(pod, taint) is > 0 and < long.MaxValue;

    /// <summary>The shortest that a toleration allows; the largest number: for good; null: not at all.</summary>
    private static long? Seconds(Pod pod, Taint taint)
    {
        long? shortest = null;
        foreach (var toleration in pod.Spec?.Tolerations ?? [])
        {
            if (Tolerations.Tolerates(toleration, taint))
                shortest = Math.Min(shortest ?? long.MaxValue, toleration.TolerationSeconds ?? long.MaxValue);
        }

        return shortest;
    }

    private static DateTimeOffset? ArrivedAt(Pod pod)
    {
        foreach (var condition in pod.Status?.Conditions ?? [])
        {
            if (condition is { Type: "PodScheduled", Status: "True" })
                return condition.LastTransitionTime;
        }

        return pod.Metadata?.CreationTimestamp;
    }
}
