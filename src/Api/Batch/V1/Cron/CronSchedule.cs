using System.Diagnostics.CodeAnalysis;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Batch.V1.Cron;

/// <summary>A cron schedule of five fields or a descriptor ("@daily", "@every 1h30m"), read and followed as Kubernetes does.</summary>
public sealed class CronSchedule
{
    /// <summary>No schedule is searched further: one that names the 30th of February never comes.</summary>
    private const int YearsAhead = 5;

    private static readonly Dictionary<string, string> Descriptors = new()
    {
        ["@yearly"] = "0 0 1 1 *",
        ["@annually"] = "0 0 1 1 *",
        ["@monthly"] = "0 0 1 * *",
        ["@weekly"] = "0 0 * * 0",
        ["@daily"] = "0 0 * * *",
        ["@midnight"] = "0 0 * * *",
        ["@hourly"] = "0 * * * *",
    };

    private CronField _minutes;
    private CronField _hours;
    private CronField _days;
    private CronField _months;
    private CronField _weekdays;
    private TimeSpan? _every;

    private CronSchedule()
    {
    }

    /// <summary>The zone that the text itself names ("TZ=Asia/Tokyo 0 9 * * *").</summary>
    public TimeZoneInfo? Zone { get; private set; }

    public static bool TryParse(string text, [NotNullWhen(true)] out CronSchedule? schedule, [NotNullWhen(false)] out string? error)
    {
        var parsed = new CronSchedule();
        error = parsed.Read(text);
        schedule = error is null ? parsed : null;
        return error is null;
    }

    public static bool TryFindZone(string name, [NotNullWhen(true)] out TimeZoneInfo? zone)
    {
        zone = null;
        return name switch
        {
            "" or "UTC" => (zone = TimeZoneInfo.Utc) is not null,
            "Local" => (zone = TimeZoneInfo.Local) is not null,
            _ => TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone) && zone.HasIanaId,
        };
    }

    /// <summary>The first time after the given one, or null when there is none for years.</summary>
    public DateTimeOffset? Next(DateTimeOffset after, TimeZoneInfo zone)
    {
        if (_every is { } delay)
            return Truncate(after, TimeSpan.TicksPerSecond) + delay;

        var local = TimeZoneInfo.ConvertTime(after, Zone ?? zone);
        var limit = local.Year + YearsAhead;
        var time = Truncate(local, TimeSpan.TicksPerMinute).DateTime.AddMinutes(1);
        while (time.Year <= limit)
        {
            if (!_months.Has(time.Month))
                time = new DateTime(time.Year, time.Month, 1).AddMonths(1);
            else if (!IsDay(time))
                time = time.Date.AddDays(1);
            else if (!_hours.Has(time.Hour))
                time = time.Date.AddHours(time.Hour + 1);
            else if (!_minutes.Has(time.Minute) || (Zone ?? zone).IsInvalidTime(time))
                time = time.AddMinutes(1);
            else if (Instant(time, Zone ?? zone) is var instant && instant > after)
                return instant;
            else
                time = time.AddMinutes(1);
        }

        return null;
    }

    private static DateTimeOffset Instant(DateTime time, TimeZoneInfo zone)
    {
        // A time that comes twice when clocks are put back means the first of the two.
        var offset = zone.IsAmbiguousTime(time) ? zone.GetAmbiguousTimeOffsets(time).Max() : zone.GetUtcOffset(time);
        return new DateTimeOffset(time, offset).ToUniversalTime();
    }

    private static DateTimeOffset Truncate(DateTimeOffset time, long ticks) => time.AddTicks(-(time.Ticks % ticks));

    /// <summary>When both fields of the day are restricted, either may hold.</summary>
    private bool IsDay(DateTime time)
    {
        var day = _days.Has(time.Day);
        var weekday = _weekdays.Has((int)time.DayOfWeek);
        return _days.Any || _weekdays.Any ? day && weekday : day || weekday;
    }

    private string? Read(string text)
    {
        if (text.Length == 0)
            return "empty spec string";

        if (text.StartsWith("TZ=", StringComparison.Ordinal) || text.StartsWith("CRON_TZ=", StringComparison.Ordinal))
        {
            var space = text.IndexOf(' ');
            if (space < 0)
                return "invalid schedule format, a time zone must be followed by a schedule";

            var name = text[(text.IndexOf('=') + 1)..space];
            if (!TryFindZone(name, out var zone))
                return $"provided bad location {name}: unknown time zone {name}";
            Zone = zone;
            text = text[space..].Trim();
        }

        if (text.StartsWith('@'))
            return ReadDescriptor(text);

        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 5
            ? ReadFields(fields)
            : $"expected exactly 5 fields, found {fields.Length}: [{string.Join(' ', fields)}]";
    }

    private string? ReadDescriptor(string text)
    {
        const string Every = "@every ";
        if (Descriptors.TryGetValue(text, out var fields))
            return ReadFields(fields.Split(' '));
        if (!text.StartsWith(Every, StringComparison.Ordinal))
            return $"unrecognized descriptor: {text}";
        if (!GoDuration.TryParse(text[Every.Length..], out TimeSpan delay, out var wrong))
            return $"failed to parse duration {text}: {wrong}";

        // Whole seconds, and one at least.
        _every = TimeSpan.FromSeconds(Math.Max(1, Math.Floor(delay.TotalSeconds)));
        return null;
    }

    private string? ReadFields(string[] fields) => CronField.Parse(fields[0], CronRange.Minutes, out _minutes)
        ?? CronField.Parse(fields[1], CronRange.Hours, out _hours)
        ?? CronField.Parse(fields[2], CronRange.Days, out _days)
        ?? CronField.Parse(fields[3], CronRange.Months, out _months)
        ?? CronField.Parse(fields[4], CronRange.Weekdays, out _weekdays);
}
