using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Cel.Values;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Cel.Library;

/// <summary>Amounts of resources: "500m", "1Gi".</summary>
internal static class Quantities
{
    private const string Name = "kubernetes.Quantity";

    public static IEnumerable<CelOverload> All { get; } =
    [
        CelOverload.Of($"quantity(string) {Name}", (run, args) => new Amount(Read(run, args[0], out var error) ?? throw new CelException(error!))),
        CelOverload.Of("isQuantity(string) bool", (run, args) => Read(run, args[0], out _) is not null),
        CelOverload.Of($"{Name}.sign() int", (_, args) => (long)Value(args[0]).Sign),
        CelOverload.Of($"{Name}.isInteger() bool", (_, args) => IsInteger(Value(args[0]))),
        CelOverload.Of($"{Name}.asInteger() int", (_, args) => IsInteger(Value(args[0])) ? Value(args[0]).Value() : throw new CelException("cannot convert value to integer")),
        CelOverload.Of($"{Name}.asApproximateFloat() double", (_, args) => Value(args[0]).ToDouble()),
        CelOverload.Of($"{Name}.add({Name}) {Name}", (_, args) => new Amount(Value(args[0]) + Value(args[1]))),
        CelOverload.Of($"{Name}.add(int) {Name}", (_, args) => new Amount(Value(args[0]) + Quantity.Of((long)args[1]!))),
        CelOverload.Of($"{Name}.sub({Name}) {Name}", (_, args) => new Amount(Value(args[0]) - Value(args[1]))),
        CelOverload.Of($"{Name}.sub(int) {Name}", (_, args) => new Amount(Value(args[0]) - Quantity.Of((long)args[1]!))),
        CelOverload.Of($"{Name}.isLessThan({Name}) bool", (_, args) => Value(args[0]) < Value(args[1])),
        CelOverload.Of($"{Name}.isGreaterThan({Name}) bool", (_, args) => Value(args[0]) > Value(args[1])),
        CelOverload.Of($"{Name}.compareTo({Name}) int", (_, args) => (long)Math.Sign(Value(args[0]).CompareTo(Value(args[1])))),
    ];

    private static Quantity? Read(CelRun run, object? text, out string? error)
    {
        run.ChargeFor(((string)text!).Length);
        return Quantity.TryParse((string)text, out var quantity, out error) ? quantity : null;
    }

    private static Quantity Value(object? amount) => ((Amount)amount!).Value;

    private static bool IsInteger(Quantity quantity) =>
        quantity.CompareTo(Quantity.Of(long.MaxValue)) <= 0 && quantity.CompareTo(Quantity.Of(long.MinValue)) >= 0 && Quantity.Of(quantity.Value()) == quantity;

    private sealed record Amount(Quantity Value) : ICelOpaque
    {
        public string TypeName => Name;
    }
}
