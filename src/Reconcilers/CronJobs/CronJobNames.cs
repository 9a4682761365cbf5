using System.Globalization;
using CloudletK8s.Api.Batch.V1;
using CloudletK8s.ControllerRuntime.Controllers;

namespace CloudletK8s.Reconcilers.CronJobs;

/// <summary>The jobs of a cron job as they are made: one for each time, named after it.</summary>
internal static class CronJobNames
{
    private const string ScheduledAt = "batch.kubernetes.io/cronjob-scheduled-timestamp";

    public static string Of(CronJob cronJob, DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{cronJob.Metadata!.Name}-{time.ToUnixTimeSeconds() / 60}");

    public static Job Make(CronJob cronJob, DateTimeOffset time, TimeZoneInfo zone)
    {
        var template = cronJob.Spec?.JobTemplate;
        var local = TimeZoneInfo.ConvertTime(time, zone);
        var text = local.ToString(local.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        return new()
        {
            Metadata = new()
            {
                Name = Of(cronJob, time),
                Namespace = cronJob.Metadata!.Namespace,
                Labels = template?.Metadata?.Labels,
                Annotations = new Dictionary<string, string>(template?.Metadata?.Annotations ?? new Dictionary<string, string>()) { [ScheduledAt] = text },
                OwnerReferences = [OwnerReferences.ToController(cronJob)],
            },
            Spec = template?.Spec,
        };
    }

    /// <summary>The time that the job was made for; null: somebody else made it.</summary>
    public static DateTimeOffset? TimeOf(CronJob cronJob, Job job) =>
        job.Metadata?.Annotations?.GetValueOrDefault(ScheduledAt) is { } text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        && job.Metadata.Name == Of(cronJob, time) ? time.ToUniversalTime() : null;
}
