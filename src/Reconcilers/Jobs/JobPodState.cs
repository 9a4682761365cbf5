using System.Globalization;
using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Jobs;

/// <summary>What the job controller asks of a job's pod.</summary>
internal static class JobPodState
{
    /// <summary>Keeps a pod until its job has counted it.</summary>
    public const string Tracking = "batch.kubernetes.io/job-tracking";

    public const string IndexKey = "batch.kubernetes.io/job-completion-index";
    public const string FailureCount = "batch.kubernetes.io/job-index-failure-count";
    public const string IgnoredFailureCount = "batch.kubernetes.io/job-index-ignored-failure-count";

    public static bool IsTracked(this Pod pod) => pod.Metadata?.Finalizers?.Contains(Tracking) == true;

    public static Pod Untracked(this Pod pod) => pod with { Metadata = pod.Metadata!.WithoutTracking() };

    public static ObjectMeta WithoutTracking(this ObjectMeta metadata) =>
        metadata with { Finalizers = [.. (metadata.Finalizers ?? []).Where(finalizer => finalizer != Tracking)] };

    public static ObjectMeta WithTracking(this ObjectMeta metadata) =>
        metadata.Finalizers?.Contains(Tracking) == true ? metadata : metadata with { Finalizers = [.. metadata.Finalizers ?? [], Tracking] };

    /// <summary>The pod's completion index; null: it has none.</summary>
    public static int? Index(this Pod pod) => Number(pod, IndexKey);

    /// <summary>The pod's index, if the job still has it.</summary>
    public static int? IndexBelow(this Pod pod, int completions) => pod.Index() is { } index && index < completions ? index : null;

    /// <summary>How often its index had failed before, without the failures that the job's policy ignores.</summary>
    public static int EarlierFailures(this Pod pod) => Number(pod, FailureCount) ?? 0;

    public static int EarlierIgnoredFailures(this Pod pod) => Number(pod, IgnoredFailureCount) ?? 0;

    public static int EarlierFailuresOfAnyKind(this Pod pod) => pod.EarlierFailures() + pod.EarlierIgnoredFailures();

    /// <summary>Pods that are deleted before they end count as failures, unless the job waits for their end.</summary>
    public static bool HasFailed(this Pod pod, Job job) =>
        pod.Status?.Phase == PodState.Failed
        || (!job.ReplacesOnlyEndedPods() && pod.IsTerminating() && pod.Status?.Phase != PodState.Succeeded);

    /// <summary>When the pod ended, as well as it can be told.</summary>
    public static DateTimeOffset FinishTime(this Pod pod)
    {
        if (ContainersFinished(pod) is { } finished)
            return finished;
        if (pod.Condition("Ready") is { Status: "False", LastTransitionTime: { } unready })
            return unready;
        if (pod.Metadata?.DeletionTimestamp is { } deletion)
            return deletion.AddSeconds(-(pod.Metadata.DeletionGracePeriodSeconds ?? 0));
        return pod.Metadata?.CreationTimestamp ?? DateTimeOffset.MinValue;
    }

    private static DateTimeOffset? ContainersFinished(Pod pod)
    {
        DateTimeOffset? latest = null;
        foreach (var container in pod.Status?.ContainerStatuses ?? [])
        {
            if (container.State?.Terminated?.FinishedAt is not { } at)
                return null;
            latest = latest is null || at > latest ? at : latest;
        }

        // Sidecars end after the containers that they serve.
        foreach (var sidecar in pod.Spec?.InitContainers?.Where(container => container.RestartPolicy == "Always") ?? [])
        {
            var status = pod.Status?.InitContainerStatuses?.FirstOrDefault(status => status.Name == sidecar.Name);
            if (status is null)
                continue;
            if (status.State?.Terminated?.FinishedAt is not { } at)
                return null;
            latest = latest is null || at > latest ? at : latest;
        }

        return latest;
    }

    private static int? Number(Pod pod, string annotation) =>
        pod.Metadata?.Annotations?.GetValueOrDefault(annotation) is { } text
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
