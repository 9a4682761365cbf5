using CloudletK8s.Api.Batch.V1.Cron;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Batch.V1.Rules;

internal static class CronJobValidation
{
    private const int ZonePartLength = 14;

    public static void Validate(CronJobSpec spec, CronJobSpec? old, FieldPath path, FieldErrors errors)
    {
        ValidateSchedule(spec, old, path.Child("schedule"), errors);
        Numbers.NonNegative(spec.StartingDeadlineSeconds, path, "startingDeadlineSeconds", errors);
        if (spec.TimeZone is not null && spec.TimeZone != old?.TimeZone)
            ValidateTimeZone(spec.TimeZone, path.Child("timeZone"), errors);

        JobFields.ConcurrencyPolicy.CheckRequired(spec.ConcurrencyPolicy, path, "concurrencyPolicy", errors);
        ValidateTemplate(spec.JobTemplate?.Spec ?? new(), old?.JobTemplate?.Spec, path.Child("jobTemplate", "spec"), errors);
        Numbers.NonNegative(spec.SuccessfulJobsHistoryLimit, path, "successfulJobsHistoryLimit", errors);
        Numbers.NonNegative(spec.FailedJobsHistoryLimit, path, "failedJobsHistoryLimit", errors);
    }

    private static void ValidateSchedule(CronJobSpec spec, CronJobSpec? old, FieldPath path, FieldErrors errors)
    {
        if (spec.Schedule is not { Length: > 0 } schedule)
        {
            errors.Required(path);
            return;
        }

        if (!CronSchedule.TryParse(schedule, out _, out var wrong))
            errors.Invalid(path, schedule, wrong);

        // A zone within the schedule is tolerated where it already was.
        if (!schedule.Contains("TZ", StringComparison.Ordinal))
            return;
        if (old?.Schedule?.Contains("TZ", StringComparison.Ordinal) != true)
            errors.Invalid(path, schedule, "cannot use TZ or CRON_TZ in schedule, use timeZone field instead");
        else if (spec.TimeZone is not null)
            errors.Invalid(path, schedule, "cannot use both timeZone field and TZ or CRON_TZ in schedule");
    }

    private static void ValidateTimeZone(string zone, FieldPath path, FieldErrors errors)
    {
        if (zone.Length == 0)
        {
            errors.Invalid(path, zone, "timeZone must be nil or non-empty string");
            return;
        }

        foreach (var part in zone.Split('/'))
        {
            if (!IsZonePart(part))
            {
                errors.Invalid(path, zone, $"unknown time zone {zone}");
                return;
            }
        }

        if (zone.Equals("Local", StringComparison.OrdinalIgnoreCase))
            errors.Invalid(path, zone, "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones");
        if (zone != "Local" && !CronSchedule.TryFindZone(zone, out _))
            errors.Invalid(path, zone, $"unknown time zone {zone}");
    }

    private static bool IsZonePart(string part)
    {
        if (part is "" or "." or ".." || part[0] == '-' || part.Length > ZonePartLength)
            return false;

        foreach (var character in part)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('.' or '-' or '_' or '+'))
                return false;
        }

        return true;
    }

    private static void ValidateTemplate(JobSpec spec, JobSpec? old, FieldPath path, FieldErrors errors)
    {
        JobSpecValidation.ValidateTemplated(spec, path, errors, old);
        if (spec.Selector is not null)
            errors.Invalid(path.Child("selector"), GoText.Of(spec.Selector), "`selector` will be auto-generated");
        if (spec.ManualSelector == true)
            errors.NotSupported(path.Child("manualSelector"), true, ["nil", "false"]);
    }
}
