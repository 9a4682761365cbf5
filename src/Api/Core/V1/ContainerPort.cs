using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>A network port that a container listens on.</summary>
public sealed record ContainerPort
{
    /// <summary>Label by which Services can refer to the port, in IANA_SVC_NAME form and unique within the pod.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary>Port to open on the host, above 0 and below 65536. With HostNetwork it must match containerPort; rarely needed.</summary>
    [Field(2)]
    public int HostPort { get; init; }

    /// <summary>Port to open on the pod's IP address, above 0 and below 65536.</summary>
    [Field(3, Required = true, Always = true, Name = "containerPort")]
    public int ContainerPortValue { get; init; }

    /// <summary>Transport used on the port: UDP, TCP or SCTP. Defaults to "TCP".</summary>
    [Field(4)]
    [Enum("TCP", "UDP", "SCTP")]
    [Default("TCP")]
    public string? Protocol { get; init; }

    /// <summary>Address of the host to which the external port is bound.</summary>
    [Field(5)]
    public string? HostIP { get; init; }
}
