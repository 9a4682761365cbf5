using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.PodGc;

/// <summary>Deletes the oldest of the pods that have ended when there are too many; evicted ones before others.</summary>
internal static class FinishedPodPlan
{
    public static Plan Decide(FinishedPodView view)
    {
        var tooMany = view.Pods.Count - view.Kept;
        if (tooMany <= 0)
            return Plan.Nothing;

        return Plan.Of([.. view.Pods
            .OrderBy(pod => pod.Status?.Reason == "Evicted" ? 0 : 1)
            .ThenBy(pod => pod.Metadata!.CreationTimestamp)
            .ThenBy(pod => pod.Metadata!.Name, StringComparer.Ordinal)
            .Take(tooMany)
            .Select(Delete)]);
    }

    private static Write.Delete<Pod> Delete(Pod pod) => new(pod) { Settled = true, Options = new() { GracePeriodSeconds = 0 } };
}
