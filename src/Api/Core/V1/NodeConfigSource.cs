using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Where a node takes its configuration from; exactly one source must be set. Deprecated since 1.22.</summary>
public sealed record NodeConfigSource
{
    /// <summary>Points to the ConfigMap that holds the node's configuration.</summary>
    [Field(2)]
    public ConfigMapNodeConfigSource? ConfigMap { get; init; }
}
