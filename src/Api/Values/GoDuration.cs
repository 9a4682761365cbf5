using System.Globalization;

namespace CloudletK8s.Api.Values;

/// <summary>Go's text for spans of time, "1h2m3.5s", in nanoseconds.</summary>
public static class GoDuration
{
    private const long Microsecond = 1_000;
    private const long Millisecond = 1_000_000;
    private const long Second = 1_000_000_000;

    public static string Format(TimeSpan span) => Format(span.Ticks * TimeSpan.NanosecondsPerTick);

    public static string Format(long nanoseconds)
    {
        if (nanoseconds == 0)
            return "0s";

        var sign = nanoseconds < 0 ? "-" : "";
        var left = (ulong)Int128.Abs(nanoseconds);
        if (left < Second)
        {
            return sign + left switch
            {
                < Microsecond => $"{left}ns",
                < Millisecond => WithFraction(left, Microsecond) + "µs",
                _ => WithFraction(left, Millisecond) + "ms",
            };
        }

        var seconds = left / Second;
        var hours = seconds / 3600;
        var minutes = seconds / 60 % 60;
        var rest = WithFraction(left % (60 * (ulong)Second), Second) + "s";
        return sign + (hours > 0 ? $"{hours}h{minutes}m" : minutes > 0 ? $"{minutes}m" : "") + rest;
    }

    public static bool TryParse(string text, out TimeSpan span, out string? error)
    {
        var parsed = TryParse(text, out long nanoseconds, out error);
        span = new(nanoseconds / TimeSpan.NanosecondsPerTick);
        return parsed;
    }

    public static bool TryParse(string text, out long nanoseconds, out string? error)
    {
        nanoseconds = 0;
        error = null;
        var rest = text.AsSpan();
        var negative = false;
        if (rest.Length > 0 && rest[0] is '-' or '+')
        {
            negative = rest[0] == '-';
            rest = rest[1..];
        }

        if (rest is "0")
            return true;

        if (rest.IsEmpty)
            return Invalid(text, out error);

        Int128 sum = 0;
        while (!rest.IsEmpty)
        {
            if (!Term(ref rest, text, out var term, out error))
                return false;

            sum += term;
            if (sum > (Int128)long.MaxValue + 1)
                return Invalid(text, out error);
        }

        if (negative)
            sum = -sum;
        if (sum > long.MaxValue)
            return Invalid(text, out error);

        nanoseconds = (long)sum;
        return true;
    }

    private static bool Term(ref ReadOnlySpan<char> rest, string text, out Int128 term, out string? error)
    {
        term = 0;
        error = null;
        var wholeLength = Digits(rest);
        var whole = rest[..wholeLength];
        rest = rest[wholeLength..];
        var fraction = ReadOnlySpan<char>.Empty;
        if (rest.Length > 0 && rest[0] == '.')
        {
            var fractionLength = Digits(rest[1..]);
            fraction = rest.Slice(1, fractionLength);
            rest = rest[(fractionLength + 1)..];
        }

        if (whole.IsEmpty && fraction.IsEmpty)
            return Invalid(text, out error);

        var unitLength = UnitLength(rest);
        var unit = rest[..unitLength];
        if (unit.IsEmpty)
        {
            error = $"time: missing unit in duration {GoQuote.Text(text)}";
            return false;
        }

        rest = rest[unit.Length..];
        var size = unit switch
        {
            "ns" => 1L,
            "us" or "µs" or "μs" => Microsecond,
            "ms" => Millisecond,
            "s" => Second,
            "m" => 60 * Second,
            "h" => 3600 * Second,
            _ => 0,
        };
        if (size == 0)
        {
            error = $"time: unknown unit {GoQuote.Text(unit.ToString())} in duration {GoQuote.Text(text)}";
            return false;
        }

        var count = 0L;
        if (!whole.IsEmpty && !long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out count))
            return Invalid(text, out error);

        term = (Int128)count * size;

        // More than eighteen decimals are less than any unit can show.
        if (fraction.Length > 18)
            fraction = fraction[..18];
        if (!fraction.IsEmpty)
        {
            Int128 scale = 1;
            for (var i = 0; i < fraction.Length; i++)
                scale *= 10;
            term += long.Parse(fraction, CultureInfo.InvariantCulture) * (Int128)size / scale;
        }

        return true;
    }

    private static int UnitLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && text[length] != '.' && !char.IsAsciiDigit(text[length]))
            length++;
        return length;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static bool Invalid(string text, out string? error)
    {
        error = $"time: invalid duration {GoQuote.Text(text)}";
        return false;
    }

    private static string WithFraction(ulong value, long unit)
    {
        var whole = value / (ulong)unit;
        var rest = value % (ulong)unit;
        if (rest == 0)
            return whole.ToString(CultureInfo.InvariantCulture);

        var width = unit switch { Second => 9, Millisecond => 6, _ => 3 };
        return $"{whole}.{rest.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0').TrimEnd('0')}";
    }
}
