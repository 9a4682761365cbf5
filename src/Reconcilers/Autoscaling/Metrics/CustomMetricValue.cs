using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Reconcilers.Autoscaling.Metrics;

/// <summary>One item of what custom.metrics.k8s.io answers.</summary>
internal sealed record CustomMetricValue
{
    [Field(1)]
    public ObjectReference? DescribedObject { get; init; }

    [Field(3)]
    public DateTimeOffset? Timestamp { get; init; }

    [Field(4)]
    public long? WindowSeconds { get; init; }

    [Field(5)]
    public Quantity? Value { get; init; }
}
