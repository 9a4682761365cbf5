using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Reports one port exposed by the load balancer of an Ingress, together with any failure on it.</summary>
public sealed record IngressPortStatus
{
    /// <summary>Number of the load balancer port that this entry reports on.</summary>
    [Field(1, Required = true, Always = true)]
    public int Port { get; init; }

    /// <summary>Transport protocol spoken on this port. One of TCP, UDP or SCTP.</summary>
    [Field(2, Required = true, Always = true)]
    [Enum("TCP", "UDP", "SCTP")]
    public string? Protocol { get; init; }

    /// <summary>CamelCase reason why the port could not be set up. Values specific to a cloud provider carry a domain prefix, such as foo.example.com/CamelCase.</summary>
    [Field(3, Pointer = true)]
    public string? Error { get; init; }
}
