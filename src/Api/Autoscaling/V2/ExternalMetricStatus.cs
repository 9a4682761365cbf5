using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Reports the present value of a global metric that belongs to no Kubernetes object.</summary>
public sealed record ExternalMetricStatus
{
    /// <summary>Says which external metric was read, by name and selector.</summary>
    [Field(1, Required = true, Always = true)]
    public MetricIdentifier? Metric { get; init; }

    /// <summary>Value of the external metric at the last reading.</summary>
    [Field(2, Required = true, Always = true)]
    public MetricValueStatus? Current { get; init; }
}
