using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>The level at which the autoscaler tries to hold a metric, given as a value, an average or a utilization.</summary>
public sealed record MetricTarget
{
    /// <summary>Says how the target is expressed: Utilization, Value or AverageValue.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Desired total for the metric, written as a quantity and not divided by the number of pods.</summary>
    [Field(2)]
    public Quantity? Value { get; init; }

    /// <summary>Desired per-pod mean of the metric across all relevant pods, written as a quantity.</summary>
    [Field(3)]
    public Quantity? AverageValue { get; init; }

    /// <summary>Desired mean usage across the relevant pods, as a percentage of what they request. Valid only for Resource metric sources.</summary>
    [Field(4)]
    public int? AverageUtilization { get; init; }
}
