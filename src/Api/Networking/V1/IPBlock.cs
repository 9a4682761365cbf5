using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>CIDR range, such as "192.168.1.0/24" or "2001:db8::/64", allowed for selected pods, minus exceptions.</summary>
public sealed record IPBlock
{
    /// <summary>Address range of the block, for example "192.168.1.0/24" or "2001:db8::/64".</summary>
    [Field(1, Required = true, Always = true)]
    public string? Cidr { get; init; }

    /// <summary>Ranges to leave out, for example "192.168.1.0/24" or "2001:db8::/64". Those outside the cidr are rejected.</summary>
    [Field(2)]
    public IReadOnlyList<string>? Except { get; init; }
}
