using CloudletK8s.Api.Batch.V1;

namespace CloudletK8s.Reconcilers.Jobs;

/// <summary>What is asked of a job again and again.</summary>
internal static class JobQuestions
{
    /// <summary>What managedBy says when it means this controller.</summary>
    private const string Ourselves = "kubernetes.io/job-controller";

    public static bool IsIndexed(this Job job) => job.Spec?.CompletionMode == "Indexed";

    public static bool IsSuspended(this Job job) => job.Spec?.Suspend == true;

    public static bool LimitsEachIndex(this Job job) => job.IsIndexed() && job.Spec?.BackoffLimitPerIndex is not null;

    /// <summary>A pod that is on its way out still holds its place; it is replaced once it has ended.</summary>
    public static bool ReplacesOnlyEndedPods(this Job job) =>
        job.Spec?.PodReplacementPolicy == "Failed" || job.Spec?.PodFailurePolicy is not null;

    public static bool IsManagedElsewhere(this Job job) => job.Spec?.ManagedBy is { } manager && manager != Ourselves;

    public static bool IsFinished(this Job job) => job.FinishedAs() is not null;

    /// <summary>The condition that ended the job.</summary>
    public static JobCondition? FinishedAs(this Job job) =>
        job.TrueCondition(JobConditions.Complete) ?? job.TrueCondition(JobConditions.Failed);

    public static JobCondition? TrueCondition(this Job job, string type)
    {
        foreach (var condition in job.Status?.Conditions ?? [])
        {
            if (condition.Type == type && condition.Status == "True")
                return condition;
        }

        return null;
    }
}
