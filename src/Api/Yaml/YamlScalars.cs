using System.Globalization;
using System.Numerics;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Yaml;

/// <summary>What an unquoted text means: YAML 1.1 as Go's yaml.v2 reads it.</summary>
internal static class YamlScalars
{
    /// <returns>Null when it is a text.</returns>
    public static Tree? Resolve(string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return TreeNull.Instance;
            case "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON":
                return TreeFlag.True;
            case "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF":
                return TreeFlag.False;
            case ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF":
                throw DecodeException.Syntax("json: unsupported value: +Inf");
            case "-.inf" or "-.Inf" or "-.INF":
                throw DecodeException.Syntax("json: unsupported value: -Inf");
            case ".nan" or ".NaN" or ".NAN":
                throw DecodeException.Syntax("json: unsupported value: NaN");
        }

        if (!char.IsAsciiDigit(text[0]) && text[0] is not ('+' or '-' or '.'))
            return null;

        var plain = text.Replace("_", "");
        return Whole(plain) ?? Fraction(plain);
    }

    private static TreeNumber? Whole(string text)
    {
        var digits = text.AsSpan();
        var negative = digits is ['-', ..];
        if (digits is ['-' or '+', ..])
            digits = digits[1..];

        var (radix, prefix) = digits switch
        {
            ['0', 'x' or 'X', ..] => (16, 2),
            ['0', 'o' or 'O', ..] => (8, 2),
            ['0', 'b' or 'B', ..] => (2, 2),
            ['0', _, ..] => (8, 1),
            _ => (10, 0),
        };
        digits = digits[prefix..];

        // Longer ones do not fit 64 bits in any radix.
        if (digits.Length is 0 or > 64)
            return null;

        BigInteger value = 0;
        foreach (var digit in digits)
        {
            var amount = char.IsAsciiHexDigit(digit) ? Convert.ToInt32(digit.ToString(), 16) : radix;
            if (amount >= radix)
                return null;
            value = (value * radix) + amount;
        }

        value = negative ? -value : value;
        return value >= long.MinValue && value <= long.MaxValue ? TreeNumber.Of((long)value)
            : value > 0 && value <= ulong.MaxValue ? TreeNumber.Of((double)value)
            : null;
    }

    private static TreeNumber? Fraction(string text)
    {
        var at = text[0] is '+' or '-' ? 1 : 0;
        var whole = Digits(text, ref at);
        var decimals = 0;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            decimals = Digits(text, ref at);
        }

        if (whole + decimals == 0)
            return null;

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-')
                at++;
            if (Digits(text, ref at) == 0)
                return null;
        }

        var value = at == text.Length ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : double.NaN;
        return double.IsFinite(value) ? TreeNumber.Of(value) : null;
    }

    private static int Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at - start;
    }
}
