using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>What a metric measured at the last reading, in one or more forms.</summary>
public sealed record MetricValueStatus
{
    /// <summary>Measured total of the metric at the last reading, given as a quantity.</summary>
    [Field(1)]
    public Quantity? Value { get; init; }

    /// <summary>Measured per-pod mean of the metric across all relevant pods, given as a quantity.</summary>
    [Field(2)]
    public Quantity? AverageValue { get; init; }

    /// <summary>Measured mean usage across the relevant pods, as a percentage of the amount they request.</summary>
    [Field(3)]
    public int? AverageUtilization { get; init; }
}
