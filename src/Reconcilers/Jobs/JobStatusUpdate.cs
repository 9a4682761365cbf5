using CloudletK8s.Api.Batch.V1;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;

namespace CloudletK8s.Reconcilers.Jobs;

internal static class JobStatusUpdate
{
    public static Write? Of(JobProgress progress, DateTimeOffset now)
    {
        var facts = progress.Facts;
        var verdict = progress.Verdict;
        var tally = JobTally.Of(facts, verdict);
        var status = Counted(progress, tally) with
        {
            Active = progress.Active,
            Ready = progress.Ready,
            Terminating = progress.Terminating,
            StartTime = facts.Status.StartTime ?? (facts.Job.IsSuspended() ? null : now),
        };

        EventNote? told = null;
        if (verdict is not null)
            status = Ended(status, verdict, tally, facts, now, ref told);
        else if (progress.Planned is null && !facts.IsLeaving)
            status = Suspended(status, facts.Job, now, ref told);
        return Write.StatusOf(facts.Job, facts.Job with { Status = status }) is { } write ? write with { Done = told } : null;
    }

    private static JobStatus Counted(JobProgress progress, JobTally tally)
    {
        var facts = progress.Facts;
        var before = facts.Status;
        var tracked = progress.StillTracked;
        List<string> succeeded = [.. before.UncountedTerminatedPods?.Succeeded ?? []], failed = [.. before.UncountedTerminatedPods?.Failed ?? []];
        var countedSucceeded = succeeded.RemoveAll(uid => !tracked.Contains(uid));
        var countedFailed = failed.RemoveAll(uid => !tracked.Contains(uid));
        succeeded.AddRange(tally.Succeeded);
        failed.AddRange(tally.Failed);
        var indexes = facts.RecordedIndexes.Union(IndexIntervals.Of(tally.Indexes));
        return before with
        {
            Succeeded = facts.Job.IsIndexed() ? indexes.Count : before.Succeeded + countedSucceeded,
            Failed = before.Failed + countedFailed,
            UncountedTerminatedPods = new() { Succeeded = succeeded, Failed = failed },
            CompletedIndexes = facts.Job.IsIndexed() ? indexes.ToString() : before.CompletedIndexes,
            FailedIndexes = facts.FailedIndexes is { } lost ? lost.ToString() : before.FailedIndexes,
        };
    }

    private static JobStatus Ended(JobStatus status, JobVerdict verdict, JobTally tally, JobFacts facts, DateTimeOffset now, ref EventNote? told)
    {
        var target = verdict.Succeeds ? JobConditions.SuccessCriteriaMet : JobConditions.FailureTarget;
        var conditions = status.Conditions ?? [];
        if (!verdict.IsRecorded)
            conditions = conditions.With(target, true, verdict.Reason, verdict.Message, now);

        var uncounted = status.UncountedTerminatedPods!;
        var isOver = !tally.IsCut && uncounted is { Succeeded.Count: 0, Failed.Count: 0 } && status is { Terminating: 0, Active: 0 };
        if (!isOver)
            return status with { Conditions = conditions };

        told = verdict.Succeeds
            ? EventNote.Normal(facts.Job, "Completed", "Job completed")
            : EventNote.Warning(facts.Job, verdict.Reason, verdict.Message);
        return status with
        {
            Conditions = conditions.With(verdict.Succeeds ? JobConditions.Complete : JobConditions.Failed, true, verdict.Reason, verdict.Message, now),
            CompletionTime = verdict.Succeeds ? now : null,
        };
    }

    private static JobStatus Suspended(JobStatus status, Job job, DateTimeOffset now, ref EventNote? told)
    {
        var before = status.Conditions ?? [];
        var suspended = job.IsSuspended();
        var conditions = suspended
            ? before.With(JobConditions.Suspended, true, "JobSuspended", "Job suspended", now)
            : before.With(JobConditions.Suspended, false, "JobResumed", "Job resumed", now);
        if (ReferenceEquals(before, conditions))
            return status;

        told = suspended ? EventNote.Normal(job, "Suspended", "Job suspended") : EventNote.Normal(job, "Resumed", "Job resumed");

        // The deadline counts from when the job runs again.
        return status with { Conditions = conditions, StartTime = suspended ? status.StartTime : now };
    }
}
