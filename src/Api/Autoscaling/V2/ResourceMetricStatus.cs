using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Last reading of a compute resource such as CPU or memory over the pods of the scale target.</summary>
public sealed record ResourceMetricStatus
{
    /// <summary>Which compute resource was measured, for example cpu or memory.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Latest measured usage of the resource across the pods.</summary>
    [Field(2, Required = true, Always = true)]
    public MetricValueStatus? Current { get; init; }
}
