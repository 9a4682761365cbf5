using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One observed aspect of a replication controller's state at a moment in time.</summary>
public sealed record ReplicationControllerCondition
{
    /// <summary>Kind of condition being reported for the replication controller.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Whether the condition holds: True, False or Unknown.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Status { get; init; }

    /// <summary>When the condition last moved to a different status.</summary>
    [Field(3, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>Short cause given for the most recent change of this condition.</summary>
    [Field(4)]
    public string? Reason { get; init; }

    /// <summary>Free text for humans that explains the latest transition.</summary>
    [Field(5)]
    public string? Message { get; init; }
}
