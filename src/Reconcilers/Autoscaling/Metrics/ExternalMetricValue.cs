using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Reconcilers.Autoscaling.Metrics;

/// <summary>One item of what external.metrics.k8s.io answers.</summary>
internal sealed record ExternalMetricValue
{
    [Field(5)]
    public Quantity? Value { get; init; }
}
