using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>One point at which a load balancer accepts Ingress traffic.</summary>
public sealed record IngressLoadBalancerIngress
{
    /// <summary>Address of the ingress point, for load balancers based on IP.</summary>
    [Field(1)]
    public string? Ip { get; init; }

    /// <summary>DNS name of the ingress point, for load balancers based on DNS.</summary>
    [Field(2)]
    public string? Hostname { get; init; }

    /// <summary>Details of the ports that the load balancer exposes.</summary>
    [Field(4)]
    public IReadOnlyList<IngressPortStatus>? Ports { get; init; }
}
