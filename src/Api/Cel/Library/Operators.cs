using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Cel.Values;

namespace CloudletK8s.Api.Cel.Library;

internal static class Operators
{
    private static readonly string[] Ordered =
    [
        "bool, bool", "int, int", "uint, uint", "double, double", "string, string", "bytes, bytes", "duration, duration", "timestamp, timestamp",
        "int, uint", "int, double", "uint, int", "uint, double", "double, int", "double, uint",
    ];

    public static IEnumerable<CelOverload> All { get; } =
    [
        CelOverload.Of("_+_(int, int) int", (_, args) => checked((long)args[0]! + (long)args[1]!)),
        CelOverload.Of("_+_(uint, uint) uint", (_, args) => checked((ulong)args[0]! + (ulong)args[1]!)),
        CelOverload.Of("_+_(double, double) double", (_, args) => (double)args[0]! + (double)args[1]!),
        CelOverload.Of("_+_(string, string) string", (run, args) => Joined(run, (string)args[0]!, (string)args[1]!)),
        CelOverload.Of("_+_(bytes, bytes) bytes", (run, args) => Joined(run, (byte[])args[0]!, (byte[])args[1]!)),
        CelOverload.Of("_+_(list(A), list(A)) list(A)", (run, args) => Joined(run, CelValues.List(args[0]), CelValues.List(args[1]))),
        CelOverload.Of("_+_(duration, duration) duration", (_, args) => (TimeSpan)args[0]! + (TimeSpan)args[1]!),
        CelOverload.Of("_+_(timestamp, duration) timestamp", (_, args) => (DateTimeOffset)args[0]! + (TimeSpan)args[1]!),
        CelOverload.Of("_+_(duration, timestamp) timestamp", (_, args) => (DateTimeOffset)args[1]! + (TimeSpan)args[0]!),
        CelOverload.Of("_-_(int, int) int", (_, args) => checked((long)args[0]! - (long)args[1]!)),
        CelOverload.Of("_-_(uint, uint) uint", (_, args) => checked((ulong)args[0]! - (ulong)args[1]!)),
        CelOverload.Of("_-_(double, double) double", (_, args) => (double)args[0]! - (double)args[1]!),
        CelOverload.Of("_-_(duration, duration) duration", (_, args) => (TimeSpan)args[0]! - (TimeSpan)args[1]!),
        CelOverload.Of("_-_(timestamp, timestamp) duration", (_, args) => (DateTimeOffset)args[0]! - (DateTimeOffset)args[1]!),
        CelOverload.Of("_-_(timestamp, duration) timestamp", (_, args) => (DateTimeOffset)args[0]! - (TimeSpan)args[1]!),
        CelOverload.Of("_*_(int, int) int", (_, args) => checked((long)args[0]! * (long)args[1]!)),
        CelOverload.Of("_*_(uint, uint) uint", (_, args) => checked((ulong)args[0]! * (ulong)args[1]!)),
        CelOverload.Of("_*_(double, double) double", (_, args) => (double)args[0]! * (double)args[1]!),
        CelOverload.Of("_/_(int, int) int", (_, args) => checked((long)args[0]! / NotZero((long)args[1]!, "division"))),
        CelOverload.Of("_/_(uint, uint) uint", (_, args) => (ulong)args[0]! / NotZero((ulong)args[1]!, "division")),
        CelOverload.Of("_/_(double, double) double", (_, args) => (double)args[0]! / (double)args[1]!),
        CelOverload.Of("_%_(int, int) int", (_, args) => (long)args[1]! == -1 ? 0L : (long)args[0]! % NotZero((long)args[1]!, "modulus")),
        CelOverload.Of("_%_(uint, uint) uint", (_, args) => (ulong)args[0]! % NotZero((ulong)args[1]!, "modulus")),
        CelOverload.Of("-_(int) int", (_, args) => checked(-(long)args[0]!)),
        CelOverload.Of("-_(double) double", (_, args) => -(double)args[0]!),
        CelOverload.Of("!_(bool) bool", (_, args) => !(bool)args[0]!),
        CelOverload.Of("_==_(A, A) bool", (run, args) => Same(run, args)),
        CelOverload.Of("_!=_(A, A) bool", (run, args) => !Same(run, args)),
        CelOverload.Of("@in(A, list(A)) bool", (run, args) => IsIn(run, args[0], CelValues.List(args[1]))),
        CelOverload.Of("@in(A, map(A, B)) bool", (run, args) => args[0] is { } key && Has(run, (ICelMap)args[1]!, key)),
        .. Comparisons("_<_", difference => difference < 0),
        .. Comparisons("_<=_", difference => difference <= 0),
        .. Comparisons("_>_", difference => difference > 0),
        .. Comparisons("_>=_", difference => difference >= 0),
    ];

    private static IEnumerable<CelOverload> Comparisons(string name, Func<int, bool> holds) => Ordered.Select(types =>
        CelOverload.Of($"{name}({types}) bool", (run, args) =>
        {
            if (args[0] is string text)
                run.ChargeFor(text.Length);

            // What is not a number is neither less nor more.
            return args[0] is not double.NaN && args[1] is not double.NaN && holds(CelValues.Compare(args[0], args[1]));
        }));

    private static bool Same(CelRun run, object?[] args)
    {
        run.ChargeFor(Math.Min(CelValues.Size(args[0]), CelValues.Size(args[1])));
        return CelValues.Same(args[0], args[1]);
    }

    private static bool IsIn(CelRun run, object? value, IReadOnlyList<object?> list)
    {
        foreach (var item in list)
        {
            run.Charge(1);
            if (CelValues.Same(item, value))
                return true;
        }

        return false;
    }

    private static bool Has(CelRun run, ICelMap map, object key)
    {
        run.Charge(1);
        return map.TryGet(key, out _);
    }

    private static string Joined(CelRun run, string left, string right)
    {
        run.ChargeFor(left.Length + right.Length);
        return left + right;
    }

    private static byte[] Joined(CelRun run, byte[] left, byte[] right)
    {
        run.ChargeFor(left.Length + right.Length);
        return [.. left, .. right];
    }

    private static IReadOnlyList<object?> Joined(CelRun run, IReadOnlyList<object?> left, IReadOnlyList<object?> right)
    {
        run.ChargeFor(left.Count + right.Count);
        return ListTypes.Concat(left, right);
    }

    private static long NotZero(long divisor, string what) => divisor != 0 ? divisor : throw new CelException($"{what} by zero");

    private static ulong NotZero(ulong divisor, string what) => divisor != 0 ? divisor : throw new CelException($"{what} by zero");
}
