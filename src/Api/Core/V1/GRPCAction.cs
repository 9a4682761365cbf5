using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Health check performed by calling the gRPC health service of a container.</summary>
public sealed record GRPCAction
{
    /// <summary>TCP port, from 1 to 65535, on which the gRPC service answers.</summary>
    [Field(1, Required = true, Always = true)]
    public int Port { get; init; }

    /// <summary>Which service to name in the gRPC HealthCheckRequest. Without it, the default behavior of gRPC applies.</summary>
    [Field(2, Always = true, Pointer = true)]
    [Default("")]
    public string? Service { get; init; }
}
