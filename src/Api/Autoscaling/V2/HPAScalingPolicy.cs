using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Limits how much may change by scaling within a past interval.</summary>
public sealed record HPAScalingPolicy
{
    /// <summary>Decides which scaling policy the value expresses, for example Pods or Percent.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Amount of change the policy permits, which must be greater than zero.</summary>
    [Field(2, Required = true, Always = true)]
    public int Value { get; init; }

    /// <summary>Length in seconds of the interval for which the policy has to hold. Must be above 0 and at most 1800 (30 minutes).</summary>
    [Field(3, Required = true, Always = true)]
    public int PeriodSeconds { get; init; }
}
