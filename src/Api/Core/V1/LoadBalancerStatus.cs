using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Observed state of the load balancer in front of a service.</summary>
public sealed record LoadBalancerStatus
{
    /// <summary>Entry points of the load balancer, to which clients of the service should send traffic.</summary>
    [Field(1)]
    public IReadOnlyList<LoadBalancerIngress>? Ingress { get; init; }
}
