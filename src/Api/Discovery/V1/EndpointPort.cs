using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Discovery.V1;

/// <summary>A port on which the endpoints of an EndpointSlice listen.</summary>
[Atomic]
public sealed record EndpointPort
{
    /// <summary>Unique within the slice and equal to the Service port's name if derived from one. Must be empty or a valid DNS_LABEL.</summary>
    [Field(1, Pointer = true)]
    [Default("")]
    public string? Name { get; init; }

    /// <summary>Transport used by the port: UDP, TCP or SCTP. Defaults to TCP.</summary>
    [Field(2, Pointer = true)]
    [Enum("TCP", "UDP", "SCTP")]
    [Default("TCP")]
    public string? Protocol { get; init; }

    /// <summary>Number on which the endpoint listens. When unset, ports are unrestricted and the consumer decides what that means.</summary>
    [Field(3)]
    public int? Port { get; init; }

    /// <summary>Hint about the application protocol, so implementations can offer richer behaviour. Takes an un-prefixed standard name or a prefixed one, in label syntax.</summary>
    [Field(4, Pointer = true)]
    public string? AppProtocol { get; init; }
}
