using System.Collections;
using System.Globalization;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.CustomResources.Cel;

/// <summary>
/// Values of expressions: null, bool, long, double, string, times and durations as .NET has them; objects stay trees, lists are
/// trees or made by the expression.
/// </summary>
internal static class CelValues
{
    public static object? From(Tree? tree) => tree switch
    {
        TreeText text => text.Value,
        TreeFlag flag => flag.Value,
        TreeNumber { IsFraction: false } number => number.Whole,
        TreeNumber number => number.Value,
        TreeObject or TreeList => tree,
        _ => null,
    };

    public static IReadOnlyList<object?> List(object? value) => value switch
    {
        TreeList list => [.. list.Select(From)],
        IReadOnlyList<object?> list => list,
        _ => throw new CelException("no such overload"),
    };

    /// <summary>What a macro walks over: the items of a list, the keys of an object.</summary>
    public static IEnumerable<object?> Items(object? value) => value is TreeObject members ? members.Names : List(value);

    public static bool Flag(object? value) => value is bool flag ? flag : throw new CelException("no such overload");

    public static object? Member(object? value, string name) => value is not TreeObject members ? throw new CelException("no such overload")
        : members[name] is { } member ? From(member)
        : throw new CelException($"no such key: {name}");

    public static object? Index(object? value, object? index)
    {
        if (value is TreeObject)
            return Member(value, index as string ?? throw new CelException("no such overload"));

        var list = List(value);
        return index is long at and >= 0 && at < list.Count ? list[(int)at] : throw new CelException($"index out of bounds: {index}");
    }

    public static bool Same(object? left, object? right)
    {
        switch (left, right)
        {
            case (long or double, long or double):
                return Number(left).Equals(Number(right));
            case (TreeObject a, TreeObject b):
                return a.SameAs(b);
            case (TreeList or IReadOnlyList<object?>, TreeList or IReadOnlyList<object?>):
                var (items, others) = (List(left), List(right));
                return items.Count == others.Count && items.Zip(others).All(pair => Same(pair.First, pair.Second));
            default:
                return Equals(left, right);
        }
    }

    public static int Compare(object? left, object? right) => (left, right) switch
    {
        (long a, long b) => a.CompareTo(b),
        (long or double, long or double) => Number(left).CompareTo(Number(right)),
        (string a, string b) => string.CompareOrdinal(a, b),
        (bool a, bool b) => a.CompareTo(b),
        (TimeSpan a, TimeSpan b) => a.CompareTo(b),
        (DateTimeOffset a, DateTimeOffset b) => a.CompareTo(b),
        _ => throw new CelException("no such overload"),
    };

    public static bool Contains(object? container, object? value) => container is TreeObject members
        ? value is string name && members.Has(name)
        : List(container).Any(item => Same(item, value));

    public static long Size(object? value) => value switch
    {
        string text => text.EnumerateRunes().Count(),
        TreeObject members => members.Count,
        _ => List(value).Count,
    };

    public static object Add(object? left, object? right) => (left, right) switch
    {
        (long a, long b) => checked(a + b),
        (long or double, long or double) => Number(left) + Number(right),
        (string a, string b) => a + b,
        (TimeSpan a, TimeSpan b) => a + b,
        (DateTimeOffset a, TimeSpan b) => a + b,
        _ => (List<object?>)[.. List(left), .. List(right)],
    };

    public static object Arithmetic(object? left, object? right, string operation) => (left, right, operation) switch
    {
        (long a, long b, "-") => checked(a - b),
        (long a, long b, "*") => checked(a * b),
        (long, 0L, "/" or "%") => throw new CelException("division by zero"),
        (long a, long b, "/") => a / b,
        (long a, long b, "%") => a % b,
        (long or double, long or double, "-") => Number(left) - Number(right),
        (long or double, long or double, "*") => Number(left) * Number(right),
        (long or double, long or double, "/") => Number(left) / Number(right),
        (TimeSpan a, TimeSpan b, "-") => a - b,
        (DateTimeOffset a, DateTimeOffset b, "-") => a - b,
        (DateTimeOffset a, TimeSpan b, "-") => a - b,
        _ => throw new CelException("no such overload"),
    };

    public static string Text(object? value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        long or double => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => throw new CelException("no such overload"),
    };

    public static string TypeName(object? value) => value switch
    {
        null => "null_type",
        string => "string",
        bool => "bool",
        long => "int",
        double => "double",
        TimeSpan => "google.protobuf.Duration",
        DateTimeOffset => "google.protobuf.Timestamp",
        IEnumerable when value is not TreeObject => "list",
        _ => "map",
    };

    private static double Number(object? value) => value is long whole ? whole : (double)value!;
}
