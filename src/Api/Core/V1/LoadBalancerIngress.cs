using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One entry point of a load balancer, to which traffic for the service should be sent.</summary>
public sealed record LoadBalancerIngress
{
    /// <summary>Address of the entry point, set by IP-based load balancers (typically GCE or OpenStack).</summary>
    [Field(1)]
    public string? Ip { get; init; }

    /// <summary>DNS name of the entry point, set by DNS-based load balancers (typically AWS).</summary>
    [Field(2)]
    public string? Hostname { get; init; }

    /// <summary>How traffic reaches nodes, allowed only along with ip. "VIP" keeps the load balancer's IP and port as destination; "Proxy" targets the node or pod.</summary>
    [Field(3, Pointer = true)]
    public string? IpMode { get; init; }

    /// <summary>Status of the service ports at this entry point. If used, all ports of the service should be listed.</summary>
    [Field(4)]
    public IReadOnlyList<PortStatus>? Ports { get; init; }
}
