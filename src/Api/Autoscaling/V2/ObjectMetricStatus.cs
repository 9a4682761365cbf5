using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Last reading of a metric that belongs to a single Kubernetes object.</summary>
public sealed record ObjectMetricStatus
{
    /// <summary>Tells which metric was read, by its name and selector.</summary>
    [Field(1, Required = true, Always = true)]
    public MetricIdentifier? Metric { get; init; }

    /// <summary>Latest measured value of the object's metric.</summary>
    [Field(2, Required = true, Always = true)]
    public MetricValueStatus? Current { get; init; }

    /// <summary>Points to the measured object by API version, kind and name.</summary>
    [Field(3, Required = true, Always = true)]
    public CrossVersionObjectReference? DescribedObject { get; init; }
}
