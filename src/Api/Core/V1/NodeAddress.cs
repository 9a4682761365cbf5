using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One address of a node along with what kind it is.</summary>
public sealed record NodeAddress
{
    /// <summary>Kind of the address: Hostname, ExternalIP or InternalIP.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>IP or name under which the node is known.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Address { get; init; }
}
