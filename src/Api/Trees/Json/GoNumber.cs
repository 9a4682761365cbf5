using System.Globalization;

namespace CloudletK8s.Api.Trees.Json;

/// <summary>Fractions as Go's JSON encoder prints them: the shortest digits, with an exponent only from 1e21 on and below 1e-6.</summary>
internal static class GoNumber
{
    public const int LongestText = 40;

    /// <returns>The number of characters written.</returns>
    public static int Format(double value, Span<char> text)
    {
        if (value == 0)
            return Put(text, 0, double.IsNegative(value) ? "-0" : "0");

        Span<char> shortest = stackalloc char[32];
        value.TryFormat(shortest, out var shortLength, "R", CultureInfo.InvariantCulture);
        Span<char> digits = stackalloc char[32];
        var count = Digits(shortest[..shortLength], digits, out var power);
        var at = value < 0 ? Put(text, 0, "-") : 0;
        var magnitude = Math.Abs(value);
        return magnitude is < 1e-6 or >= 1e21
            ? Exponential(text, at, digits[..count], power)
            : Plain(text, at, digits[..count], power);
    }

    // The digits without leading and trailing zeros, and the power of ten of the first of them.
    private static int Digits(ReadOnlySpan<char> shortest, Span<char> digits, out int power)
    {
        power = 0;
        var mark = shortest.IndexOf('E');
        if (mark >= 0)
        {
            power = int.Parse(shortest[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            shortest = shortest[..mark];
        }

        shortest = shortest.TrimStart('-');
        var point = shortest.IndexOf('.');
        power += (point < 0 ? shortest.Length : point) - 1;
        var count = 0;
        foreach (var digit in shortest)
        {
            if (digit == '.')
                continue;

            if (count == 0 && digit == '0')
                power--;
            else
                digits[count++] = digit;
        }

        while (count > 1 && digits[count - 1] == '0')
            count--;
        return count;
    }

    private static int Exponential(Span<char> text, int at, ReadOnlySpan<char> digits, int power)
    {
        at = Put(text, at, digits[..1]);
        if (digits.Length > 1)
            at = Put(text, Put(text, at, "."), digits[1..]);
        at = Put(text, at, power < 0 ? "e-" : "e+");
        Math.Abs(power).TryFormat(text[at..], out var length, default, CultureInfo.InvariantCulture);
        return at + length;
    }

    private static int Plain(Span<char> text, int at, ReadOnlySpan<char> digits, int power)
    {
        if (power < 0)
        {
            at = Put(text, at, "0.");
            for (var i = -1; i > power; i--)
                at = Put(text, at, "0");
            return Put(text, at, digits);
        }

        for (var i = 0; i < digits.Length || i <= power; i++)
        {
            if (i == power + 1)
                at = Put(text, at, ".");
            at = Put(text, at, i < digits.Length ? digits.Slice(i, 1) : "0");
        }

        return at;
    }

    private static int Put(Span<char> text, int at, ReadOnlySpan<char> part)
    {
        part.CopyTo(text[at..]);
        return at + part.Length;
    }
}
