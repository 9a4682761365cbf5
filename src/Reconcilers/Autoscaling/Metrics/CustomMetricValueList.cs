using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Reconcilers.Autoscaling.Metrics;

/// <summary>What custom.metrics.k8s.io answers.</summary>
internal sealed record CustomMetricValueList
{
    [Field(2)]
    public IReadOnlyList<CustomMetricValue>? Items { get; init; }
}
