using CloudletK8s.Api.Cel.Types;
using CloudletK8s.Api.Cel.Values;

namespace CloudletK8s.Api.Cel;

/// <summary>Types that an expression may name.</summary>
internal static class CelTypeNames
{
    private static readonly Dictionary<string, CelType> Known = new()
    {
        ["bool"] = CelType.Bool,
        ["int"] = CelType.Int,
        ["uint"] = CelType.Uint,
        ["double"] = CelType.Double,
        ["string"] = CelType.Text,
        ["bytes"] = CelType.Bytes,
        ["list"] = CelType.ListOf(CelType.Dyn),
        ["map"] = CelType.MapOf(CelType.Dyn, CelType.Dyn),
        ["null_type"] = CelType.Null,
        ["type"] = CelType.TypeOf(CelType.Dyn),
        ["google.protobuf.Timestamp"] = CelType.Timestamp,
        ["google.protobuf.Duration"] = CelType.Duration,
        ["optional_type"] = CelType.Optional(CelType.Dyn),
        ["kubernetes.Quantity"] = CelType.Opaque("kubernetes.Quantity"),
        ["kubernetes.URL"] = CelType.Opaque("kubernetes.URL"),
        ["net.IP"] = CelType.Opaque("net.IP"),
        ["net.CIDR"] = CelType.Opaque("net.CIDR"),
    };

    public static CelType? Find(string name) => Known.GetValueOrDefault(name);

    public static CelTypeValue Value(CelType type) => new(type.Kind switch
    {
        CelKind.Null => "null_type",
        CelKind.Timestamp => "google.protobuf.Timestamp",
        CelKind.Duration => "google.protobuf.Duration",
        _ => type.Name,
    });
}
