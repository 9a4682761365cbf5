using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Addresses that share the same ports; every address combined with every port is an endpoint.</summary>
public sealed record EndpointSubset
{
    /// <summary>IP addresses that are ready on these ports and safe for clients and load balancers to use.</summary>
    [Field(1)]
    public IReadOnlyList<EndpointAddress>? Addresses { get; init; }

    /// <summary>IP addresses not ready on these ports, because they are still starting or recently failed a readiness or liveness check.</summary>
    [Field(2)]
    public IReadOnlyList<EndpointAddress>? NotReadyAddresses { get; init; }

    /// <summary>Ports that are open on all addresses of the subset.</summary>
    [Field(3)]
    public IReadOnlyList<EndpointPort>? Ports { get; init; }
}
