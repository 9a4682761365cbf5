using System.Globalization;

namespace CloudletK8s.Api.Values;

/// <summary>
/// Points in time as Go reads and prints RFC 3339: any offset, any fraction on reading; UTC in whole seconds
/// (or in microseconds for a <see cref="MicroTime"/>) on writing.
/// </summary>
public static class GoTime
{
    public const string SecondsLayout = "2006-01-02T15:04:05Z07:00";
    public const string MicrosLayout = "2006-01-02T15:04:05.000000Z07:00";
    private const string SecondsFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString(SecondsFormat, CultureInfo.InvariantCulture);

    public static string FormatMicros(DateTimeOffset time) => time.UtcDateTime.ToString(MicroTime.Format, CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out DateTimeOffset time, out string? error) => new GoTimeReader(text, micros: false).Read(out time, out error);

    public static bool TryParseMicros(string text, out DateTimeOffset time, out string? error) => new GoTimeReader(text, micros: true).Read(out time, out error);

    /// <summary>Whether the text is what <see cref="Format"/> would print: then there is no need to read it.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> text)
    {
        if (text.Length != 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
            return false;

        var year = (Two(text, 0) * 100) + Two(text, 2);
        var month = Two(text, 5);
        var day = Two(text, 8);

        // Negative parts come from other characters than digits. The year 1 holds Go's zero time, which is written as null.
        return year is > 1 and < 10000 && month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month)
            && (uint)Two(text, 11) < 24 && (uint)Two(text, 14) < 60 && (uint)Two(text, 17) < 60;
    }

    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        var tens = text[at] - '0';
        var ones = text[at + 1] - '0';
        return (uint)tens > 9 || (uint)ones > 9 ? -100_000 : (tens * 10) + ones;
    }
}
