using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Scales on a metric that belongs to a single Kubernetes object, such as hits per second on an Ingress.</summary>
public sealed record ObjectMetricSource
{
    /// <summary>Points to the object the metric is about, by API version, kind and name.</summary>
    [Field(1, Required = true, Always = true)]
    public CrossVersionObjectReference? DescribedObject { get; init; }

    /// <summary>Level the autoscaler should aim for on this object's metric.</summary>
    [Field(2, Required = true, Always = true)]
    public MetricTarget? Target { get; init; }

    /// <summary>Chooses the metric to read, by its name and an optional selector.</summary>
    [Field(3, Required = true, Always = true)]
    public MetricIdentifier? Metric { get; init; }
}
