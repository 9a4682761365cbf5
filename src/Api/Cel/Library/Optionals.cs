using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Cel.Values;

namespace CloudletK8s.Api.Cel.Library;

internal static class Optionals
{
    public static IEnumerable<CelOverload> All { get; } =
    [
        CelOverload.Of("::optional.of(A) optional(A)", (_, args) => CelOptional.Of(args[0])),
        CelOverload.Of("::optional.ofNonZeroValue(A) optional(A)", (_, args) => IsZero(args[0]) ? CelOptional.None : CelOptional.Of(args[0])),
        CelOverload.Of("::optional.none() optional(A)", (_, _) => CelOptional.None),
        CelOverload.Of("optional(A).hasValue() bool", (_, args) => ((CelOptional)args[0]!).Has),
        CelOverload.Of("optional(A).value() A", (_, args) => ((CelOptional)args[0]!).Value),
        CelOverload.Of("optional(A).or(optional(A)) optional(A)", (_, args) => ((CelOptional)args[0]!).Has ? args[0] : args[1]),
        CelOverload.Of("optional(A).orValue(A) A", (_, args) => (CelOptional)args[0]! is { Has: true } optional ? optional.Value : args[1]),
    ];

    private static bool IsZero(object? value) => value switch
    {
        null or "" or false or 0L or 0UL or 0d => true,
        byte[] bytes => bytes.Length == 0,
        ICelMap map => map.Count == 0,
        IReadOnlyList<object?> list => list.Count == 0,
        TimeSpan span => span == TimeSpan.Zero,
        _ => false,
    };
}
