using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Cel.Library;

internal static class Times
{
    public static IEnumerable<CelOverload> All { get; } =
    [
        .. Of("getFullYear", time => time.Year),
        .. Of("getMonth", time => time.Month - 1),
        .. Of("getDate", time => time.Day),
        .. Of("getDayOfMonth", time => time.Day - 1),
        .. Of("getDayOfWeek", time => (int)time.DayOfWeek),
        .. Of("getDayOfYear", time => time.DayOfYear - 1),
        .. Of("getHours", time => time.Hour),
        .. Of("getMinutes", time => time.Minute),
        .. Of("getSeconds", time => time.Second),
        .. Of("getMilliseconds", time => time.Millisecond),
        CelOverload.Of("duration.getHours() int", (_, args) => (long)((TimeSpan)args[0]!).TotalHours),
        CelOverload.Of("duration.getMinutes() int", (_, args) => (long)((TimeSpan)args[0]!).TotalMinutes),
        CelOverload.Of("duration.getSeconds() int", (_, args) => (long)((TimeSpan)args[0]!).TotalSeconds),
        CelOverload.Of("duration.getMilliseconds() int", (_, args) => (long)((TimeSpan)args[0]!).TotalMilliseconds),
    ];

    private static IEnumerable<CelOverload> Of(string name, Func<DateTimeOffset, int> part) =>
    [
        CelOverload.Of($"timestamp.{name}() int", (_, args) => (long)part(((DateTimeOffset)args[0]!).ToUniversalTime())),
        CelOverload.Of($"timestamp.{name}(string) int", (_, args) => (long)part(In((DateTimeOffset)args[0]!, (string)args[1]!))),
    ];

    /// <param name="zone">A name ("Europe/Berlin") or an offset ("-02:30").</param>
    private static DateTimeOffset In(DateTimeOffset time, string zone)
    {
        var colon = zone.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            return int.TryParse(zone.AsSpan(0, colon), out var hours) && int.TryParse(zone.AsSpan(colon + 1), out var minutes) && minutes is >= 0 and < 60
                ? time.ToOffset(new(hours, zone[0] == '-' ? -minutes : minutes, 0))
                : throw new CelException($"invalid timezone {GoQuote.Text(zone)}");
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? TimeZoneInfo.ConvertTime(time, found)
            : throw new CelException($"unknown time zone {zone}");
    }
}
