using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Discovery entry for one API group with the versions it offers.</summary>
[WireKind("v1")]
public sealed record APIGroup
{
    /// <summary>Identifies the API group, for example apps or batch.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>All versions in which the group is available on this server.</summary>
    [Field(2, Required = true, Always = true)]
    public IReadOnlyList<GroupVersionForDiscovery>? Versions { get; init; }

    /// <summary>Version that the server recommends to clients, in most cases the one used for storage.</summary>
    [Field(3, Always = true)]
    public GroupVersionForDiscovery? PreferredVersion { get; init; }

    /// <summary>Server addresses by client network, so that clients can take the shortest route. With several matches, use the longest CIDR.</summary>
    [Field(4)]
    public IReadOnlyList<ServerAddressByClientCIDR>? ServerAddressByClientCIDRs { get; init; }
}
