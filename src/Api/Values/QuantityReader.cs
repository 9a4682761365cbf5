using System.Globalization;
using System.Numerics;

namespace CloudletK8s.Api.Values;

/// <summary>
/// Reads quantities as Kubernetes does, in two ways that it tells apart too: short numbers keep the text they came in where
/// that is canonical (or nearly, as "1.500"); others are rounded up to a billionth and printed anew.
/// </summary>
internal static class QuantityReader
{
    public const string WrongFormat = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
    public const string WrongNumber = "unable to parse numeric part of quantity";
    public const string WrongSuffix = "unable to parse quantity's suffix";

    // A whole number of this many digits fits 64 bits.
    private const int SafeDigits = 18;
    private const int LongestText = 1000;
    private const int LargestExponent = 1000;
    private const string SuffixLetters = "eEinumkKMGTP";

    /// <returns>Null, or what is wrong.</returns>
    public static string? Read(string text, out Quantity quantity)
    {
        quantity = default;
        if (text.Length == 0)
            return WrongFormat;

        if (!Split(text, out var parts))
            return WrongFormat;

        if (!Suffix(text.AsSpan(parts.SuffixAt), out var format, out var exponent))
            return WrongSuffix;

        // Both limits lie far beyond any amount; they keep hostile texts from costing more than they should.
        if (text.Length > LongestText || Math.Abs(exponent) > LargestExponent)
            return WrongNumber;

        var whole = text.AsSpan(parts.WholeAt, parts.WholeLength);
        var fraction = text.AsSpan(parts.FractionAt, parts.FractionLength);
        if (!ReadShort(text, parts, whole, fraction, format, exponent, out quantity))
            quantity = ReadLong(parts.Negative, whole, fraction, format, exponent);
        return null;
    }

    private static bool Split(string text, out Parts parts)
    {
        parts = default;
        var at = 0;
        if (text[0] is '-' or '+')
        {
            parts.Negative = text[0] == '-';
            at = 1;
        }

        while (at < text.Length && text[at] == '0')
            at++;

        parts.WholeAt = at;
        at = SkipDigits(text, at);
        parts.WholeLength = at - parts.WholeAt;
        parts.FractionAt = at;
        if (at < text.Length && text[at] == '.')
        {
            parts.FractionAt = at + 1;
            at = SkipDigits(text, at + 1);
            parts.FractionLength = at - parts.FractionAt;
        }

        parts.SuffixAt = at;
        while (at < text.Length && SuffixLetters.Contains(text[at]))
            at++;
        if (at < text.Length && text[at] is '-' or '+')
            at++;
        return SkipDigits(text, at) == text.Length;
    }

    private static int SkipDigits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    private static bool Suffix(ReadOnlySpan<char> suffix, out QuantityFormat format, out int exponent)
    {
        (format, exponent) = suffix switch
        {
            "" => (QuantityFormat.DecimalSI, 0),
            "m" => (QuantityFormat.DecimalSI, -3),
            "Ki" => (QuantityFormat.BinarySI, 10),
            "Mi" => (QuantityFormat.BinarySI, 20),
            "Gi" => (QuantityFormat.BinarySI, 30),
            "Ti" => (QuantityFormat.BinarySI, 40),
            "Pi" => (QuantityFormat.BinarySI, 50),
            "Ei" => (QuantityFormat.BinarySI, 60),
            "n" => (QuantityFormat.DecimalSI, -9),
            "u" => (QuantityFormat.DecimalSI, -6),
            "k" => (QuantityFormat.DecimalSI, 3),
            "M" => (QuantityFormat.DecimalSI, 6),
            "G" => (QuantityFormat.DecimalSI, 9),
            "T" => (QuantityFormat.DecimalSI, 12),
            "P" => (QuantityFormat.DecimalSI, 15),
            "E" => (QuantityFormat.DecimalSI, 18),
            _ => (QuantityFormat.DecimalExponent, 0),
        };

        return format != QuantityFormat.DecimalExponent || (suffix.Length > 1 && suffix[0] is 'e' or 'E'
            && int.TryParse(suffix[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent));
    }

    private static bool ReadShort(
        string text,
        Parts parts,
        ReadOnlySpan<char> whole,
        ReadOnlySpan<char> fraction,
        QuantityFormat format,
        int exponent,
        out Quantity quantity)
    {
        quantity = default;
        var digits = Math.Max(whole.Length, 1) + fraction.Length;
        if (format == QuantityFormat.BinarySI ? fraction.Length > 0 || digits + (exponent * 3 / 10) + 1 > 15 : digits > SafeDigits)
            return false;

        var scale = (format == QuantityFormat.BinarySI ? 0 : exponent) - fraction.Length;
        if (scale < -9)
            return false;

        var value = (whole.Length == 0 ? 0 : long.Parse(whole, CultureInfo.InvariantCulture)) * PowerOfTen(fraction.Length)
            + (fraction.Length == 0 ? 0 : long.Parse(fraction, CultureInfo.InvariantCulture));
        var keepsText = format == QuantityFormat.BinarySI
            ? (value & 7) != 0
            : scale % 3 == 0 && whole.Length > 0 && !EndsInThousand(whole, fraction);

        if (parts.Negative)
            value = -value;
        var kept = keepsText ? text : null;
        if (format == QuantityFormat.BinarySI)
            quantity = new(((Int128)value << exponent) * Quantity.Nano, format, kept);
        else if (scale <= 9)
            quantity = new((Int128)value * PowerOfTen(scale + 9), format, kept);
        else
            quantity = new(value * BigInteger.Pow(10, scale + 9), format, kept);
        return true;
    }

    private static long PowerOfTen(int power)
    {
        var result = 1L;
        for (var i = 0; i < power; i++)
            result *= 10;
        return result;
    }

    private static bool EndsInThousand(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction)
    {
        var zeros = 0;
        for (var i = fraction.Length - 1; i >= 0 && fraction[i] == '0'; i--)
            zeros++;
        if (zeros == fraction.Length)
        {
            for (var i = whole.Length - 1; i >= 0 && whole[i] == '0'; i--)
                zeros++;
        }

        return zeros >= 3;
    }

    private static Quantity ReadLong(bool negative, ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, QuantityFormat format, int exponent)
    {
        var unscaled = BigInteger.Parse($"0{whole}{fraction}", NumberStyles.None, CultureInfo.InvariantCulture);
        var power = 9 - fraction.Length;
        if (format == QuantityFormat.BinarySI)
            unscaled <<= exponent;
        else
            power += exponent;

        var nanos = power >= 0 ? unscaled * BigInteger.Pow(10, power) : DivideUp(unscaled, BigInteger.Pow(10, -power));
        if (format == QuantityFormat.BinarySI)
        {
            nanos = BigInteger.Min(nanos, (BigInteger)long.MaxValue * Quantity.Nano);
            if (nanos < Quantity.Nano && !nanos.IsZero)
                format = QuantityFormat.DecimalSI;
        }

        return new(negative ? -nanos : nanos, format);
    }

    private static BigInteger DivideUp(BigInteger amount, BigInteger by)
    {
        var result = BigInteger.DivRem(amount, by, out var rest);
        return rest.IsZero ? result : result + 1;
    }

    private struct Parts
    {
        public bool Negative;
        public int WholeAt;
        public int WholeLength;
        public int FractionAt;
        public int FractionLength;
        public int SuffixAt;
    }
}
