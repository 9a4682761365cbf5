using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Batch.V1;

/// <summary>One observed aspect of a job's state, such as whether it is complete or failed.</summary>
public sealed record JobCondition
{
    /// <summary>Kind of condition being reported, such as Complete or Failed.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Whether the condition holds: True, False or Unknown.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Status { get; init; }

    /// <summary>When the condition was most recently checked.</summary>
    [Field(3, Always = true)]
    public DateTimeOffset? LastProbeTime { get; init; }

    /// <summary>When the condition last changed from one status to another.</summary>
    [Field(4, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>Short word or phrase for why the condition last changed.</summary>
    [Field(5)]
    public string? Reason { get; init; }

    /// <summary>Text for people that explains the latest change of the condition.</summary>
    [Field(6)]
    public string? Message { get; init; }
}
