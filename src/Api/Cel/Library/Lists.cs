using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Cel.Values;

namespace CloudletK8s.Api.Cel.Library;

internal static class Lists
{
    private static readonly string[] Ordered = ["int", "uint", "double", "bool", "duration", "timestamp", "string", "bytes"];

    public static IEnumerable<CelOverload> All { get; } =
    [
        .. Ordered.Select(type => CelOverload.Of($"list({type}).isSorted() bool", (run, args) => IsSorted(Walked(run, args[0])))),
        .. Ordered.Select(type => CelOverload.Of($"list({type}).min() {type}", (run, args) => Extreme(Walked(run, args[0]), "min", -1))),
        .. Ordered.Select(type => CelOverload.Of($"list({type}).max() {type}", (run, args) => Extreme(Walked(run, args[0]), "max", 1))),
        CelOverload.Of("list(int).sum() int", (run, args) => Sum(Walked(run, args[0]))),
        CelOverload.Of("list(uint).sum() uint", (run, args) => Sum(Walked(run, args[0]))),
        CelOverload.Of("list(double).sum() double", (run, args) => Sum(Walked(run, args[0]))),
        CelOverload.Of("list(duration).sum() duration", (run, args) => Sum(Walked(run, args[0]))),
        CelOverload.Of("list(A).indexOf(A) int", (run, args) => IndexOf(Walked(run, args[0]), args[1], last: false)),
        CelOverload.Of("list(A).lastIndexOf(A) int", (run, args) => IndexOf(Walked(run, args[0]), args[1], last: true)),
    ];

    private static IReadOnlyList<object?> Walked(CelRun run, object? list)
    {
        var items = CelValues.List(list);
        run.Charge(items.Count);
        return items;
    }

    private static bool IsSorted(IReadOnlyList<object?> list)
    {
        for (var i = 1; i < list.Count; i++)
        {
            if (CelValues.Compare(list[i - 1], list[i]) > 0)
                return false;
        }

        return true;
    }

    private static object? Extreme(IReadOnlyList<object?> list, string name, int sign)
    {
        if (list.Count == 0)
            throw new CelException($"{name} called on empty list");

        var found = list[0];
        foreach (var item in list)
        {
            if (CelValues.Compare(item, found) * sign > 0)
                found = item;
        }

        return found;
    }

    private static object Sum(IReadOnlyList<object?> list)
    {
        object? sum = null;
        foreach (var item in list)
        {
            sum = (sum, item) switch
            {
                (null, { } first) => first,
                (long a, long b) => checked(a + b),
                (ulong a, ulong b) => checked(a + b),
                (double a, double b) => a + b,
                (TimeSpan a, TimeSpan b) => a + b,
                _ => throw CelValues.NoOverload,
            };
        }

        return sum ?? 0L;
    }

    private static long IndexOf(IReadOnlyList<object?> list, object? value, bool last)
    {
        var found = -1;
        for (var i = 0; i < list.Count && (last || found < 0); i++)
        {
            if (CelValues.Same(list[i], value))
                found = i;
        }

        return found;
    }
}
