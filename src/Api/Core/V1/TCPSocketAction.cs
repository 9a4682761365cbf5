using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Probe or hook that tries to open a TCP connection.</summary>
public sealed record TCPSocketAction
{
    /// <summary>Container port to connect to, either a number from 1 to 65535 or an IANA_SVC_NAME.</summary>
    [Field(1, Required = true, Always = true)]
    public IntOrString Port { get; init; }

    /// <summary>Machine to connect to. Defaults to the IP of the pod.</summary>
    [Field(2)]
    public string? Host { get; init; }
}
