using System.Globalization;
using System.Text.RegularExpressions;

namespace CloudletK8s.Api.CustomResources.Cel;

/// <summary>The functions that expressions may call; a method's first argument is what it is called on.</summary>
internal static partial class CelFunctions
{
    private static readonly Dictionary<(string Name, int Arguments), Func<object?[], object?>> Global = new()
    {
        [("size", 1)] = args => CelValues.Size(args[0]),
        [("int", 1)] = args => ToWhole(args[0]),
        [("uint", 1)] = args => ToWhole(args[0]),
        [("double", 1)] = args => ToDouble(args[0]),
        [("string", 1)] = args => CelValues.Text(args[0]),
        [("bool", 1)] = args => args[0] is string text ? text == "true" : CelValues.Flag(args[0]),
        [("type", 1)] = args => new CelType(CelValues.TypeName(args[0])),
        [("dyn", 1)] = args => args[0],
        [("duration", 1)] = args => Duration(Text(args[0])),
        [("timestamp", 1)] = args => DateTimeOffset.TryParse(Text(args[0]), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new CelException($"invalid timestamp {args[0]}"),
        [("isURL", 1)] = args => Uri.TryCreate(Text(args[0]), UriKind.Absolute, out _),
        [("isIP", 1)] = args => TextFormats.Fits(Text(args[0]), "ipv4") || TextFormats.Fits(Text(args[0]), "ipv6"),
        [("isCIDR", 1)] = args => TextFormats.Fits(Text(args[0]), "cidr"),
    };

    private static readonly Dictionary<(string Name, int Arguments), Func<object?[], object?>> Methods = new()
    {
        [("size", 1)] = args => CelValues.Size(args[0]),
        [("startsWith", 2)] = args => Text(args[0]).StartsWith(Text(args[1]), StringComparison.Ordinal),
        [("endsWith", 2)] = args => Text(args[0]).EndsWith(Text(args[1]), StringComparison.Ordinal),
        [("contains", 2)] = args => Text(args[0]).Contains(Text(args[1]), StringComparison.Ordinal),
        [("matches", 2)] = args => Pattern(args[1]).IsMatch(Text(args[0])),
        [("find", 2)] = args => Pattern(args[1]).Match(Text(args[0])).Value,
        [("findAll", 2)] = args => Pattern(args[1]).Matches(Text(args[0])).Select(object? (match) => match.Value).ToList(),
        [("lowerAscii", 1)] = args => Text(args[0]).ToLowerInvariant(),
        [("upperAscii", 1)] = args => Text(args[0]).ToUpperInvariant(),
        [("trim", 1)] = args => Text(args[0]).Trim(),
        [("split", 2)] = args => Text(args[0]).Split(Text(args[1])).ToList<object?>(),
        [("join", 1)] = args => string.Concat(CelValues.List(args[0]).Select(Text)),
        [("join", 2)] = args => string.Join(Text(args[1]), CelValues.List(args[0]).Select(Text)),
        [("replace", 3)] = args => Text(args[0]).Replace(Text(args[1]), Text(args[2]), StringComparison.Ordinal),
        [("indexOf", 2)] = args => args[0] is string text
            ? text.IndexOf(Text(args[1]), StringComparison.Ordinal)
            : (long)CelValues.List(args[0]).ToList().FindIndex(item => CelValues.Same(item, args[1])),
        [("lastIndexOf", 2)] = args => (long)Text(args[0]).LastIndexOf(Text(args[1]), StringComparison.Ordinal),
        [("substring", 2)] = args => Part(Text(args[0]), args[1], null),
        [("substring", 3)] = args => Part(Text(args[0]), args[1], args[2]),
        [("charAt", 2)] = args => Part(Text(args[0]), args[1], (long)args[1]! + 1),
        [("sum", 1)] = args => CelValues.List(args[0]).Aggregate((object?)0L, (sum, item) => CelValues.Add(sum, item)),
        [("min", 1)] = args => CelValues.List(args[0]).Aggregate((least, item) => CelValues.Compare(item, least) < 0 ? item : least),
        [("max", 1)] = args => CelValues.List(args[0]).Aggregate((most, item) => CelValues.Compare(item, most) > 0 ? item : most),
        [("isSorted", 1)] = args => CelValues.List(args[0]) is var list && Enumerable.Range(1, Math.Max(0, list.Count - 1)).All(i => CelValues.Compare(list[i - 1], list[i]) <= 0),
        [("getSeconds", 1)] = args => args[0] is TimeSpan span ? (long)span.TotalSeconds : throw new CelException("no such overload"),
        [("getMinutes", 1)] = args => args[0] is TimeSpan span ? (long)span.TotalMinutes : throw new CelException("no such overload"),
        [("getHours", 1)] = args => args[0] is TimeSpan span ? (long)span.TotalHours : throw new CelException("no such overload"),
    };

    public static Func<object?[], object?>? Find(string name, int arguments, bool isMethod) =>
        (isMethod ? Methods : Global).GetValueOrDefault((name, arguments));

    public static bool IsType(string name) => name is "int" or "uint" or "double" or "string" or "bool" or "list" or "map" or "null_type";

    private static string Text(object? value) => value as string ?? throw new CelException("no such overload");

    private static Regex Pattern(object? pattern) => GoPatterns.Find(Text(pattern)) ?? throw new CelException($"error parsing regexp: {pattern}");

    private static string Part(string text, object? from, object? to)
    {
        var (start, end) = ((from as long?) ?? -1, to is null ? text.Length : (to as long?) ?? -1);
        return start >= 0 && start <= end && end <= text.Length ? text[(int)start..(int)end] : throw new CelException($"index out of range: {start}");
    }

    private static long ToWhole(object? value) => value switch
    {
        long whole => whole,
        double fraction => (long)fraction,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ => throw new CelException("type conversion error"),
    };

    private static double ToDouble(object? value) => value switch
    {
        long whole => whole,
        double fraction => fraction,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction) => fraction,
        _ => throw new CelException("type conversion error"),
    };

    /// <summary>Go's form: "1h30m".</summary>
    private static TimeSpan Duration(string text)
    {
        var total = TimeSpan.Zero;
        var length = 0;
        var unsigned = text.TrimStart('-');
        foreach (Match part in DurationPart().Matches(unsigned))
        {
            length += part.Length;
            var count = double.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture);
            total += part.Groups[2].Value switch
            {
                "h" => TimeSpan.FromHours(count),
                "m" => TimeSpan.FromMinutes(count),
                "s" => TimeSpan.FromSeconds(count),
                "ms" => TimeSpan.FromMilliseconds(count),
                "us" or "µs" => TimeSpan.FromMicroseconds(count),
                _ => TimeSpan.FromMicroseconds(count / 1000),
            };
        }

        if (unsigned != "0" && (length == 0 || length != unsigned.Length))
            throw new CelException($"invalid duration {text}");
        return text.StartsWith('-') ? -total : total;
    }

    [GeneratedRegex(@"(\d+(?:\.\d+)?|\.\d+)(h|ms|m|s|us|µs|ns)", RegexOptions.CultureInvariant)]
    private static partial Regex DurationPart();
}
