using CloudletK8s.Api.Batch.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Jobs;

namespace CloudletK8s.Reconcilers.JobTtl;

/// <summary>Deletes a job, with what it owns, some time after it has ended.</summary>
internal static class JobTtlPlan
{
    public static Plan Decide(Job job, DateTimeOffset now)
    {
        if (job.Metadata!.DeletionTimestamp is not null || job.Spec?.TtlSecondsAfterFinished is not { } seconds
            || job.FinishedAs()?.LastTransitionTime is not { } finished)
        {
            return Plan.Nothing;
        }

        // A job that seems to end in the future has met a clock that is wrong; it waits as long as it says.
        var left = finished.AddSeconds(seconds) - now;
        return left > TimeSpan.Zero
            ? new() { Result = new ReconcileResult.RequeueAfter(left, "the job has been over for long enough") }
            : Plan.Of(new Write.Delete<Job>(job)
            {
                Settled = true,

                // Whoever has changed the time to live meanwhile is heard.
                Options = new() { PropagationPolicy = "Foreground", Preconditions = new() { ResourceVersion = job.Metadata.ResourceVersion } },
            });
    }
}
