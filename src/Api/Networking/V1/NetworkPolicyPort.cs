using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Names a port, or a range of ports, and the protocol on which traffic is allowed.</summary>
public sealed record NetworkPolicyPort
{
    /// <summary>Transport protocol that traffic has to use: TCP, UDP or SCTP. Defaults to TCP.</summary>
    [Field(1, Pointer = true)]
    [Enum("TCP", "UDP", "SCTP")]
    [Default("TCP")]
    public string? Protocol { get; init; }

    /// <summary>Number or name of the allowed pod port. When left out, every port of the protocol matches.</summary>
    [Field(2)]
    public IntOrString? Port { get; init; }

    /// <summary>Last port, inclusive, of an allowed range that starts at port. Needs a numeric port and must be equal to or greater than it.</summary>
    [Field(3)]
    public int? EndPort { get; init; }
}
