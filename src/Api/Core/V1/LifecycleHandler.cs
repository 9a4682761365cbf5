using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Action carried out by a lifecycle hook. Specify exactly one field; tcpSocket does not count and is not supported.</summary>
public sealed record LifecycleHandler
{
    /// <summary>Command to run inside the container as the hook.</summary>
    [Field(1)]
    public ExecAction? Exec { get; init; }

    /// <summary>HTTP GET request to send as the hook.</summary>
    [Field(2)]
    public HTTPGetAction? HttpGet { get; init; }

    /// <summary>Deprecated and unsupported, kept for backward compatibility. It is not validated, and a hook that uses it fails at runtime.</summary>
    [Field(3)]
    public TCPSocketAction? TcpSocket { get; init; }

    /// <summary>Makes the hook wait for a given time.</summary>
    [Field(4)]
    public SleepAction? Sleep { get; init; }
}
