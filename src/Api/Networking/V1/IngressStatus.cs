using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Observed state of an Ingress as reported by its controller.</summary>
public sealed record IngressStatus
{
    /// <summary>Shows where the load balancer that serves this Ingress can be reached.</summary>
    [Field(1, Always = true)]
    public IngressLoadBalancerStatus? LoadBalancer { get; init; }
}
