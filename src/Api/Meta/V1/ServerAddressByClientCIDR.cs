using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Tells clients from a certain network which server address to use.</summary>
public sealed record ServerAddressByClientCIDR
{
    /// <summary>Network range; clients whose IP lies in it should use the given address.</summary>
    [Field(1, Required = true, Always = true)]
    public string? ClientCIDR { get; init; }

    /// <summary>Address for clients in the range, as a hostname, hostname:port, IP or IP:port.</summary>
    [Field(2, Required = true, Always = true)]
    public string? ServerAddress { get; init; }
}
