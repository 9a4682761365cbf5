using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Identifies a metric by name and, optionally, by a selector.</summary>
public sealed record MetricIdentifier
{
    /// <summary>Which metric is meant, by its name.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Label selector handed to the metrics server to narrow down the metric. When unset, only the metric's name is used.</summary>
    [Field(2)]
    public LabelSelector? Selector { get; init; }
}
