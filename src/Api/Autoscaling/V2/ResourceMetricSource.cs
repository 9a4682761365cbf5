using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Scales on a resource from requests and limits, such as CPU or memory, averaged over the pods of the target.</summary>
public sealed record ResourceMetricSource
{
    /// <summary>Which compute resource to watch, for example cpu or memory.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Level of resource usage that the autoscaler should aim for.</summary>
    [Field(2, Required = true, Always = true)]
    public MetricTarget? Target { get; init; }
}
