using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One port at which the addresses of a subset can be reached.</summary>
[Atomic]
public sealed record EndpointPort
{
    /// <summary>Must equal the name of the matching ServicePort, in DNS_LABEL form. Optional only if there is a single port.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary>Number at which the endpoint can be reached.</summary>
    [Field(2, Required = true, Always = true)]
    public int Port { get; init; }

    /// <summary>Transport used on the port: UDP, TCP or SCTP. Defaults to TCP.</summary>
    [Field(3)]
    [Enum("TCP", "UDP", "SCTP")]
    [Default("TCP")]
    public string? Protocol { get; init; }

    /// <summary>Hint at the application protocol spoken on the port, in Kubernetes label syntax, for implementations that handle it specially.</summary>
    [Field(4, Pointer = true)]
    public string? AppProtocol { get; init; }
}
