using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Versions of the legacy core API that are offered at the root path /api.</summary>
[WireKind("v1")]
public sealed record APIVersions
{
    /// <summary>Core API versions that the server offers, such as v1.</summary>
    [Field(1, Required = true, Always = true)]
    public IReadOnlyList<string>? Versions { get; init; }

    /// <summary>Server addresses by client network, so that clients can take the shortest route. With several matches, use the longest CIDR.</summary>
    [Field(2, Required = true, Always = true)]
    public IReadOnlyList<ServerAddressByClientCIDR>? ServerAddressByClientCIDRs { get; init; }
}
