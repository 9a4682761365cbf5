using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>One observation about the state of a DaemonSet at some point in time.</summary>
public sealed record DaemonSetCondition
{
    /// <summary>Which aspect of the DaemonSet the condition is about.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Whether the condition holds, given as True, False or Unknown.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Status { get; init; }

    /// <summary>When the condition's status last changed to a different value.</summary>
    [Field(3, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>Short code for why the condition last changed.</summary>
    [Field(4)]
    public string? Reason { get; init; }

    /// <summary>Explanation of the last change, meant for people to read.</summary>
    [Field(5)]
    public string? Message { get; init; }
}
