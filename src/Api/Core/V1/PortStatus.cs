using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Error state of one port of a service.</summary>
public sealed record PortStatus
{
    /// <summary>Which service port, by number, the recorded state is about.</summary>
    [Field(1, Required = true, Always = true)]
    public int Port { get; init; }

    /// <summary>Transport of the recorded service port: "TCP", "UDP" or "SCTP".</summary>
    [Field(2, Required = true, Always = true)]
    [Enum("TCP", "UDP", "SCTP")]
    public string? Protocol { get; init; }

    /// <summary>Code for what is wrong with the port. Built-in codes are CamelCase names; those of cloud providers look like foo.example.com/CamelCase.</summary>
    [Field(3, Pointer = true)]
    public string? Error { get; init; }
}
