using System.Globalization;
using System.Text;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Cel.Values;

/// <summary>
/// Values of expressions: null, bool, long, ulong, double, string, byte[], TimeSpan and DateTimeOffset as .NET has them, lists,
/// maps, and opaque values.
/// </summary>
internal static class CelValues
{
    public static CelException NoOverload => new("no such overload");

    public static bool Flag(object? value) => value is bool flag ? flag : throw NoOverload;

    public static IReadOnlyList<object?> List(object? value) => value as IReadOnlyList<object?> ?? throw NoOverload;

    public static object? Member(object? value, string name) =>
        value is ICelMap map && map.TryGet(name, out var member) ? member : throw new CelException($"no such key: {name}");

    public static object? Index(object? value, object? index)
    {
        switch (value)
        {
            case ICelMap map:
                return index is not null && map.TryGet(index, out var member) ? member : throw new CelException($"no such key: {Shown(index)}");
            case IReadOnlyList<object?> list:
                return Position(index) is { } at && at >= 0 && at < list.Count ? list[(int)at] : throw new CelException($"index out of bounds: {Shown(index)}");
            default:
                throw NoOverload;
        }
    }

    public static CelOptional Find(object? value, object? index)
    {
        switch (value)
        {
            case CelOptional optional:
                return optional.Has ? Find(optional.Value, index) : optional;
            case ICelMap map:
                return index is not null && map.TryGet(index, out var member) ? CelOptional.Of(member) : CelOptional.None;
            case IReadOnlyList<object?> list:
                return Position(index) is { } at && at >= 0 && at < list.Count ? CelOptional.Of(list[(int)at]) : CelOptional.None;
            default:
                return CelOptional.None;
        }
    }

    public static bool Same(object? left, object? right) => (left, right) switch
    {
        (double a, double b) => a == b,
        (long or ulong or double, long or ulong or double) => CompareNumbers(left, right) == 0,
        (string a, string b) => a == b,
        (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
        (TreeMembers { Schema: null } a, TreeMembers { Schema: null } b) => a.Tree.SameAs(b.Tree),
        (ICelMap a, ICelMap b) => SameMaps(a, b),
        (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => ListTypes.Same(a, b),
        _ => Equals(left, right),
    };

    public static int Compare(object? left, object? right) => (left, right) switch
    {
        (long or ulong or double, long or ulong or double) => CompareNumbers(left, right),
        (string a, string b) => string.CompareOrdinal(a, b),
        (byte[] a, byte[] b) => a.AsSpan().SequenceCompareTo(b),
        (bool a, bool b) => a.CompareTo(b),
        (TimeSpan a, TimeSpan b) => a.CompareTo(b),
        (DateTimeOffset a, DateTimeOffset b) => a.CompareTo(b),
        _ => throw NoOverload,
    };

    public static long Size(object? value) => value switch
    {
        string text => Characters(text),
        byte[] bytes => bytes.Length,
        ICelMap map => map.Count,
        IReadOnlyList<object?> list => list.Count,
        _ => 1,
    };

    public static string Text(object? value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        double fraction => GoFraction(fraction),
        long or ulong => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        byte[] bytes => ReadUtf8(bytes),
        TimeSpan span => ((decimal)span.Ticks / TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture) + "s",
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        null => "null",
        _ => throw NoOverload,
    };

    public static string TypeName(object? value) => value switch
    {
        null => "null_type",
        string => "string",
        bool => "bool",
        long => "int",
        ulong => "uint",
        double => "double",
        byte[] => "bytes",
        TimeSpan => "google.protobuf.Duration",
        DateTimeOffset => "google.protobuf.Timestamp",
        CelTypeValue => "type",
        ICelOpaque opaque => opaque.TypeName,
        ICelMap => "map",
        _ => "list",
    };

    /// <summary>Go counts code points where .NET counts halves of them.</summary>
    public static int Characters(string text)
    {
        var count = text.Length;
        foreach (var character in text)
        {
            if (char.IsLowSurrogate(character))
                count--;
        }

        return count;
    }

    private static bool SameMaps(ICelMap left, ICelMap right)
    {
        if (left.Count != right.Count)
            return false;

        foreach (var key in left.Keys)
        {
            if (!left.TryGet(key, out var mine) || !right.TryGet(key, out var other) || !Same(mine, other))
                return false;
        }

        return true;
    }

    private static int CompareNumbers(object? left, object? right) => (left, right) switch
    {
        (long a, long b) => a.CompareTo(b),
        (ulong a, ulong b) => a.CompareTo(b),
        (long a, ulong b) => ((Int128)a).CompareTo((Int128)b),
        (ulong a, long b) => ((Int128)a).CompareTo((Int128)b),
        _ => Convert.ToDouble(left, CultureInfo.InvariantCulture).CompareTo(Convert.ToDouble(right, CultureInfo.InvariantCulture)),
    };

    private static long? Position(object? index) => index switch
    {
        long at => at,
        ulong at and <= int.MaxValue => (long)at,
        double at when at == Math.Floor(at) && Math.Abs(at) < int.MaxValue => (long)at,
        _ => throw new CelException($"unsupported index type '{TypeName(index)}' in list"),
    };

    private static string Shown(object? value) => value is string or bool or long or ulong or double ? Text(value) : TypeName(value);

    private static string GoFraction(double value) => value == Math.Floor(value) && Math.Abs(value) < 1e21
        ? value.ToString("0", CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal);

    private static string ReadUtf8(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new CelException("invalid UTF-8 in bytes, cannot convert to string");
        }
    }
}
