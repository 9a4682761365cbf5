using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Batch.V1.Cron;

namespace CloudletK8s.Reconcilers.CronJobs;

/// <summary>When a cron job was last due, and when it will be.</summary>
/// <param name="Due">The latest time that has come since the last start; null: none has.</param>
/// <param name="Next">Null: the schedule names no time for years.</param>
/// <param name="MissedMany">So many times were missed that something is wrong.</param>
internal readonly record struct CronTimes(DateTimeOffset? Due, DateTimeOffset? Next, bool MissedMany)
{
    private const long Many = 100;

    public static CronTimes Of(CronJob cronJob, CronSchedule schedule, TimeZoneInfo zone, DateTimeOffset now)
    {
        var last = cronJob.Status?.LastScheduleTime ?? cronJob.Metadata?.CreationTimestamp ?? now;
        var (due, missedMany) = Latest(cronJob, last, schedule, zone, now);

        // "@every" counts from the last time, not from now.
        var next = schedule.Next(due ?? last, zone);
        return new(due, next > now ? next : schedule.Next(now, zone), missedMany);
    }

    private static (DateTimeOffset? Due, bool MissedMany) Latest(CronJob cronJob, DateTimeOffset earliest, CronSchedule schedule, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (cronJob.Spec?.StartingDeadlineSeconds is { } seconds && now.AddSeconds(-seconds) is var limit && limit > earliest)
            earliest = limit;

        if (schedule.Next(earliest, zone) is not { } first || first > now)
            return (null, false);
        if (schedule.Next(first, zone) is not { } second || second > now)
            return (first, false);

        // Long schedules are not walked through: the first two times tell how many there are, and where the last one lies.
        var between = (long)Math.Max(1, Math.Round((second - first).TotalSeconds));
        var missed = ((long)(now - first).TotalSeconds / between) + 1;
        DateTimeOffset? latest = null;
        for (var time = schedule.Next(first.AddSeconds((missed - 2) * between), zone); time <= now; time = schedule.Next(time.Value, zone))
            latest = time;
        return (latest, missed > Many);
    }
}
