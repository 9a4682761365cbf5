using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Scales on a metric every pod of the target reports, averaged over the pods before comparison.</summary>
public sealed record PodsMetricSource
{
    /// <summary>Chooses the per-pod metric to read, by its name and an optional selector.</summary>
    [Field(1, Required = true, Always = true)]
    public MetricIdentifier? Metric { get; init; }

    /// <summary>Level the autoscaler should aim for on the pods' averaged metric.</summary>
    [Field(2, Required = true, Always = true)]
    public MetricTarget? Target { get; init; }
}
