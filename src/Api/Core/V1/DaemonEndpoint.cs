using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Network endpoint of a single daemon on a node.</summary>
public sealed record DaemonEndpoint
{
    /// <summary>Number at which the daemon can be reached on the node.</summary>
    [Field(1, Name = "Port", Required = true, Always = true)]
    public int Port { get; init; }
}
