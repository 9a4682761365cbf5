using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One observed aspect of a node's health or state.</summary>
public sealed record NodeCondition
{
    /// <summary>Which node condition this entry reports, such as Ready.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Whether the condition holds, as True, False or Unknown.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Status { get; init; }

    /// <summary>When the last update on this condition arrived.</summary>
    [Field(3, Always = true)]
    public DateTimeOffset? LastHeartbeatTime { get; init; }

    /// <summary>When the condition last changed from one status to another.</summary>
    [Field(4, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>Short cause of the most recent change of the condition.</summary>
    [Field(5)]
    public string? Reason { get; init; }

    /// <summary>Explanation of the last transition, written for people.</summary>
    [Field(6)]
    public string? Message { get; init; }
}
