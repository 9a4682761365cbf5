using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Last reading of a metric that every pod of the scale target reports.</summary>
public sealed record PodsMetricStatus
{
    /// <summary>Tells which per-pod metric was read, by its name and selector.</summary>
    [Field(1, Required = true, Always = true)]
    public MetricIdentifier? Metric { get; init; }

    /// <summary>Latest measured value of the metric, averaged over the pods.</summary>
    [Field(2, Required = true, Always = true)]
    public MetricValueStatus? Current { get; init; }
}
