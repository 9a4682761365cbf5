using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Ports that daemons on the node have opened.</summary>
public sealed record NodeDaemonEndpoints
{
    /// <summary>Where the kubelet of this node accepts connections.</summary>
    [Field(1, Always = true)]
    public DaemonEndpoint? KubeletEndpoint { get; init; }
}
