using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Turns every key-value pair in a ConfigMap's data into an environment variable.</summary>
public sealed record ConfigMapEnvSource
{
    /// <summary>Which ConfigMap to read. May technically be empty for backwards compatibility, but that is almost certainly a mistake.</summary>
    [Field(1, In = [1])]
    public string? Name { get; init; }

    /// <summary>Set to true to start the container even if the ConfigMap is missing.</summary>
    [Field(2)]
    public bool? Optional { get; init; }
}
