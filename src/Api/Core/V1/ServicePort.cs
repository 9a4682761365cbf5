using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One port that a service listens on and where its traffic goes.</summary>
public sealed record ServicePort
{
    /// <summary>Unique DNS_LABEL for the port, matched against EndpointPort names. May be left out when the service has only one port.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary>Transport used by the port: "TCP", "UDP" or "SCTP". Defaults to TCP.</summary>
    [Field(2)]
    [Enum("TCP", "UDP", "SCTP")]
    [Default("TCP")]
    public string? Protocol { get; init; }

    /// <summary>Hint about the application protocol, so implementations can offer richer behaviour. Takes an un-prefixed standard name or a prefixed one, in label syntax.</summary>
    [Field(6, Pointer = true)]
    public string? AppProtocol { get; init; }

    /// <summary>Number on which clients reach the service.</summary>
    [Field(3, Required = true, Always = true)]
    public int Port { get; init; }

    /// <summary>Pod port that receives the traffic, a number from 1 to 65535 or a named container port. Defaults to the value of port.</summary>
    [Field(4, Always = true)]
    public IntOrString TargetPort { get; init; }

    /// <summary>Port opened on every node for type NodePort or LoadBalancer. Usually assigned automatically; a chosen value must be in range and unused.</summary>
    [Field(5)]
    public int NodePort { get; init; }
}
