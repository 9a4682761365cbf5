using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Reconcilers.Autoscaling.Metrics;

/// <summary>What external.metrics.k8s.io answers.</summary>
internal sealed record ExternalMetricValueList
{
    [Field(2)]
    public IReadOnlyList<ExternalMetricValue>? Items { get; init; }
}
