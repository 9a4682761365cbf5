using CloudletK8s.Api.Batch.V1;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Jobs;

namespace CloudletK8s.Reconcilers.CronJobs;

internal static class CronJobHistory
{
    /// <summary>Finished jobs beyond the number that is kept, oldest first.</summary>
    public static List<Job> Superfluous(CronJobView view)
    {
        var spec = view.CronJob.Spec ?? new();
        return [.. Beyond(view.Jobs, JobConditions.Complete, spec.SuccessfulJobsHistoryLimit), .. Beyond(view.Jobs, JobConditions.Failed, spec.FailedJobsHistoryLimit)];
    }

    public static Write Delete(CronJob cronJob, Job job) => new Write.Delete<Job>(job)
    {
        Options = new() { PropagationPolicy = "Background" },
        Settled = true,
        Done = EventNote.Normal(cronJob, "SuccessfulDelete", $"Deleted job {job.Metadata!.Name}"),
        Refused = refusal => EventNote.Warning(cronJob, "FailedDelete", $"Deleted job: {refusal.Message}"),
    };

    private static IEnumerable<Job> Beyond(IReadOnlyList<Job> jobs, string end, int? limit)
    {
        if (limit is not { } kept)
            return [];

        List<Job> ended = [.. jobs.Where(job => job.FinishedAs()?.Type == end)];
        return ended
            .OrderBy(job => job.Status?.StartTime ?? DateTimeOffset.MaxValue)
            .ThenBy(job => job.Metadata!.Name, StringComparer.Ordinal)
            .Take(Math.Max(0, ended.Count - kept))
            .Where(job => job.Metadata!.DeletionTimestamp is null);
    }
}
