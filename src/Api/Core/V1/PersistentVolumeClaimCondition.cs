using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One observed aspect of the state of a claim.</summary>
public sealed record PersistentVolumeClaimCondition
{
    /// <summary>Which claim condition this entry reports.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Whether the condition holds, as True, False or Unknown.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Status { get; init; }

    /// <summary>When the condition was last checked.</summary>
    [Field(3, Always = true)]
    public DateTimeOffset? LastProbeTime { get; init; }

    /// <summary>When the condition last changed from one status to another.</summary>
    [Field(4, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>Short, unique, machine-readable cause of the last transition. "Resizing" means that the underlying volume is being resized.</summary>
    [Field(5)]
    public string? Reason { get; init; }

    /// <summary>Explanation of the last transition, written for people.</summary>
    [Field(6)]
    public string? Message { get; init; }
}
