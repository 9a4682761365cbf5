using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Reports the present usage of a resource, such as CPU or memory, by one container in each target pod.</summary>
public sealed record ContainerResourceMetricStatus
{
    /// <summary>Which resource was measured, for example cpu or memory.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Value the metric had at the last reading.</summary>
    [Field(2, Required = true, Always = true)]
    public MetricValueStatus? Current { get; init; }

    /// <summary>Which container in the pods of the target was measured.</summary>
    [Field(3, Required = true, Always = true)]
    public string? Container { get; init; }
}
