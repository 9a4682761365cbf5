using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Metrics.V1Beta1;

/// <summary>What one container used over a recent window.</summary>
public sealed record ContainerMetrics
{
    /// <summary>The container's name within its pod.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Average use of each resource, such as cpu and memory.</summary>
    [Field(2, Required = true, Always = true)]
    public IReadOnlyDictionary<string, Quantity>? Usage { get; init; }
}
