using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.ReplicaSets;

/// <summary>The numbers in the status of a set.</summary>
internal readonly record struct ReplicaCounts(int Replicas, int FullyLabeled, int Ready, int Available)
{
    public static ReplicaCounts Of(IReadOnlyList<Pod> active, PodTemplateSpec? template, int minReadySeconds, DateTimeOffset now)
    {
        var labels = LabelRequirements.OfLabels(template?.Metadata?.Labels);
        int fullyLabeled = 0, ready = 0, available = 0;
        foreach (var pod in active)
        {
            if (labels.Matches(pod.Metadata?.Labels))
                fullyLabeled++;
            if (pod.IsReady())
                ready++;
            if (pod.IsAvailable(minReadySeconds, now))
                available++;
        }

        return new(active.Count, fullyLabeled, ready, available);
    }
}
