using System.Globalization;
using System.Text;
using CloudletK8s.Api.Cel.Values;

namespace CloudletK8s.Api.Cel.Library;

/// <summary>The clauses of "%s is %.2f".format([a, b]).</summary>
internal static class TextFormatting
{
    /// <summary>More digits than any number has.</summary>
    private const int MostDigits = 100;

    public static string Format(CelRun run, string format, IReadOnlyList<object?> values)
    {
        var text = new StringBuilder(format.Length);
        var next = 0;
        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] != '%')
            {
                text.Append(format[at]);
                continue;
            }

            if (++at < format.Length && format[at] == '%')
            {
                text.Append('%');
                continue;
            }

            var precision = Precision(format, ref at);
            if (at >= format.Length)
                throw new CelException("unexpected end of string");
            if (next >= values.Count)
                throw new CelException($"index {next} out of range");
            text.Append(Clause(format[at], precision, values[next++]));
            run.ChargeFor(text.Length);
        }

        return text.ToString();
    }

    private static int Precision(string format, ref int at)
    {
        if (at >= format.Length || format[at] != '.')
            return 6;

        var start = ++at;
        while (at < format.Length && char.IsAsciiDigit(format[at]))
            at++;
        return int.TryParse(format.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var precision) && precision <= MostDigits
            ? precision
            : throw new CelException("error while parsing precision: could not convert precision to integer");
    }

    private static string Clause(char clause, int precision, object? value) => (clause, value) switch
    {
        ('s', _) => Shown(value),
        ('d', long or ulong) => CelValues.Text(value),
        ('f', double fraction) => fraction.ToString("F" + precision, CultureInfo.InvariantCulture),
        ('e', double fraction) => Scientific(fraction, precision),
        ('b', long whole) => whole < 0 ? "-" + Convert.ToString(-whole, 2) : Convert.ToString(whole, 2),
        ('b', bool flag) => flag ? "1" : "0",
        ('o', long whole) => whole < 0 ? "-" + Convert.ToString(-whole, 8) : Convert.ToString(whole, 8),
        ('x', long whole) => whole < 0 ? "-" + (-whole).ToString("x", CultureInfo.InvariantCulture) : whole.ToString("x", CultureInfo.InvariantCulture),
        ('X', long whole) => whole < 0 ? "-" + (-whole).ToString("X", CultureInfo.InvariantCulture) : whole.ToString("X", CultureInfo.InvariantCulture),
        ('x', string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)),
        ('X', string text) => Convert.ToHexString(Encoding.UTF8.GetBytes(text)),
        ('x', byte[] bytes) => Convert.ToHexStringLower(bytes),
        ('X', byte[] bytes) => Convert.ToHexString(bytes),
        ('d' or 'f' or 'e' or 'b' or 'o' or 'x' or 'X', _) =>
            throw new CelException($"error during formatting: unsupported type {CelValues.TypeName(value)} for clause %{clause}"),
        _ => throw new CelException($"could not parse formatting clause: unrecognized formatting clause \"{clause}\""),
    };

    private static string Shown(object? value) => value switch
    {
        ICelMap map => "{" + string.Join(", ", map.Keys.Select(key => $"{Shown(key)}: {Shown(CelValues.Index(map, key))}").Order(StringComparer.Ordinal)) + "}",
        IReadOnlyList<object?> list => $"[{string.Join(", ", list.Select(Shown))}]",
        CelTypeValue type => type.Name,
        _ => CelValues.Text(value),
    };

    private static string Scientific(double value, int precision) =>
        value.ToString($"0.{new string('0', precision)}e+00", CultureInfo.InvariantCulture);
}
