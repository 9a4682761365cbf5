using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;

namespace CloudletK8s.Reconcilers.Jobs;

internal static class JobSelection
{
    public static bool Selects(Job job, Pod pod) =>
        LabelRequirements.TryRead(job.Spec?.Selector, out var selector, out _) && selector.Matches(pod.Metadata?.Labels);
}
