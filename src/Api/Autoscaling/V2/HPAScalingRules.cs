using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Shapes scaling in one direction, for instance by limiting its speed, after the metrics have yielded a desired replica count.</summary>
public sealed record HPAScalingRules
{
    /// <summary>How many seconds of past recommendations to take into account when scaling. Must be from 0 to 3600 (one hour).</summary>
    [Field(3)]
    public int? StabilizationWindowSeconds { get; init; }

    /// <summary>Which of the policies to apply if there are several. Defaults to Max.</summary>
    [Field(1, Pointer = true)]
    public string? SelectPolicy { get; init; }

    /// <summary>Candidate policies for scaling in this direction. At least one is needed, or the rules are discarded as invalid.</summary>
    [Field(2)]
    public IReadOnlyList<HPAScalingPolicy>? Policies { get; init; }
}
