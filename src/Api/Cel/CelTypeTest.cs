using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Cel.Values;

namespace CloudletK8s.Api.Cel;

/// <summary>Are values of the types that a signature asks for? Lists and maps are not looked into.</summary>
internal static class CelTypeTest
{
    public static bool Fits(CelOverload overload, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!Fits(overload.Parameters[i], values[i]))
                return false;
        }

        return true;
    }

    private static bool Fits(CelType type, object? value) => type.Kind switch
    {
        CelKind.Dyn or CelKind.Parameter => true,
        CelKind.Null => value is null,
        CelKind.Bool => value is bool,
        CelKind.Int => value is long,
        CelKind.Uint => value is ulong,
        CelKind.Double => value is double,
        CelKind.Text => value is string,
        CelKind.Bytes => value is byte[],
        CelKind.Duration => value is TimeSpan,
        CelKind.Timestamp => value is DateTimeOffset,
        CelKind.List => value is IReadOnlyList<object?>,
        CelKind.Map or CelKind.Object => value is ICelMap,
        CelKind.Type => value is CelTypeValue,
        _ => value is ICelOpaque opaque && opaque.TypeName == type.Name,
    };
}
