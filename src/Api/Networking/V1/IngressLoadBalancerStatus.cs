using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Lists the addresses at which the load balancer in front of an Ingress can be reached.</summary>
public sealed record IngressLoadBalancerStatus
{
    /// <summary>Entry points, as IP addresses or host names, at which the load balancer accepts traffic.</summary>
    [Field(1)]
    public IReadOnlyList<IngressLoadBalancerIngress>? Ingress { get; init; }
}
