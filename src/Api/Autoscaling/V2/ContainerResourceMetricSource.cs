using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Scales on the CPU, memory or similar usage, as known from requests and limits, of one container in each target pod.</summary>
public sealed record ContainerResourceMetricSource
{
    /// <summary>Which resource to measure, for example cpu or memory.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Value the metric should be kept at by scaling.</summary>
    [Field(2, Required = true, Always = true)]
    public MetricTarget? Target { get; init; }

    /// <summary>Which container in the pods of the target to measure.</summary>
    [Field(3, Required = true, Always = true)]
    public string? Container { get; init; }
}
