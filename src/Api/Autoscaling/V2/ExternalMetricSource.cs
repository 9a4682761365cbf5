using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Scales on a metric from outside the Kubernetes objects, such as the queue length of a cloud messaging service.</summary>
public sealed record ExternalMetricSource
{
    /// <summary>Selects the external metric by name and, optionally, by labels.</summary>
    [Field(1, Required = true, Always = true)]
    public MetricIdentifier? Metric { get; init; }

    /// <summary>Value at which the external metric should be held.</summary>
    [Field(2, Required = true, Always = true)]
    public MetricTarget? Target { get; init; }
}
