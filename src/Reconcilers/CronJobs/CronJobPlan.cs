using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Batch.V1.Cron;
using CloudletK8s.Api.Values;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Children;
using CloudletK8s.Reconcilers.Pods;
using System.Globalization;

namespace CloudletK8s.Reconcilers.CronJobs;

/// <summary>Starts a cron job's job when its time has come, and keeps its history short.</summary>
internal static class CronJobPlan
{
    public static Plan Decide(CronJobView view, DateTimeOffset now)
    {
        var cronJob = view.CronJob;
        var record = new CronJobRecord(view);
        var superfluous = CronJobHistory.Superfluous(view);
        record.Remove(superfluous);
        var plan = new Plan
        {
            Steps = superfluous.Count == 0 ? [] : [new([.. superfluous.Select(job => CronJobHistory.Delete(cronJob, job))])],
            Status = _ => Write.StatusOf(cronJob, record.In(cronJob)),
            Events = record.Told,
        };
        if (cronJob.Metadata!.DeletionTimestamp is not null)
            return plan;
        if (!CronSchedule.TryFindZone(cronJob.Spec?.TimeZone ?? "", out var zone))
            return plan.Telling(EventNote.Warning(cronJob, "UnknownTimeZone", $"invalid timeZone: {GoQuote.Text(cronJob.Spec!.TimeZone!)}: unknown time zone {cronJob.Spec.TimeZone}"));
        if (cronJob.Spec?.Suspend == true)
            return plan;

        return CronSchedule.TryParse(cronJob.Spec?.Schedule ?? "", out var schedule, out var error)
            ? Start(plan, view, record, schedule, zone, now)
            : plan.Telling(EventNote.Warning(cronJob, "UnparseableSchedule", $"unparseable schedule: {GoQuote.Text(cronJob.Spec?.Schedule ?? "")} : {error}"));
    }

    private static Plan Start(Plan plan, CronJobView view, CronJobRecord record, CronSchedule schedule, TimeZoneInfo zone, DateTimeOffset now)
    {
        var cronJob = view.CronJob;
        var times = CronTimes.Of(record.In(cronJob), schedule, zone, now);
        if (times.Next is not { } next)
            return plan.Telling(EventNote.Warning(cronJob, "InvalidSchedule", $"invalid schedule: {cronJob.Spec!.Schedule} : it names no time in the years to come"));

        plan = plan with { Result = new ReconcileResult.RequeueAfter(next - now, "the next time of the schedule comes") };
        if (times.MissedMany)
            plan = plan.Telling(EventNote.Warning(cronJob, "TooManyMissedTimes", "too many missed start times. Set or decrease .spec.startingDeadlineSeconds or check clock skew"));
        if (times.Due is not { } due || view.IsTaken(CronJobNames.Of(cronJob, due)))
            return plan;
        if (cronJob.Spec!.StartingDeadlineSeconds is { } seconds && due.AddSeconds(seconds) < now)
            return plan.Telling(EventNote.Warning(cronJob, "MissSchedule", string.Create(CultureInfo.InvariantCulture, $"Missed scheduled time to start a job: {due.UtcDateTime:ddd, dd MMM yyyy HH:mm:ss} +0000")));
        if (cronJob.Spec.ConcurrencyPolicy == "Forbid" && record.Active.Count > 0)
            return plan.Telling(EventNote.Normal(cronJob, "JobAlreadyActive", "Not starting job because prior execution is running and concurrency policy is Forbid"));

        var replaced = cronJob.Spec.ConcurrencyPolicy == "Replace" ? Running(view, record) : [];
        record.Remove(replaced);
        List<PlanStep> steps = [.. plan.Steps];
        if (replaced.Count > 0)
            steps.Add(new([.. replaced.Select(job => CronJobHistory.Delete(cronJob, job))]));
        steps.Add(PlanStep.Of(Create(cronJob, due, zone)));
        return plan with
        {
            Steps = steps,
            WhenRefused = Refusals.Retry,
        };
    }

    /// <summary>The status learns of the job when it is there: the job itself says what time it was made for.</summary>
    private static Write Create(CronJob cronJob, DateTimeOffset due, TimeZoneInfo zone)
    {
        var job = CronJobNames.Make(cronJob, due, zone);
        return new Write.Create<Job>(job)
        {
            Done = EventNote.Normal(cronJob, "SuccessfulCreate", $"Created job {job.Metadata!.Name}"),
            Refused = refusal => refusal.IsNamespaceGoing() ? null : EventNote.Warning(cronJob, "FailedCreate", $"Error creating job: {refusal.Message}"),
        };
    }

    private static List<Job> Running(CronJobView view, CronJobRecord record) =>
        [.. view.Jobs.Where(job => record.Active.Any(known => known.Uid == job.Metadata!.Uid))];

    private static Plan Telling(this Plan plan, EventNote note) => plan with { Events = [.. plan.Events, note] };
}
