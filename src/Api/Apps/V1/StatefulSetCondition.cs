using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>One observation about the state of a StatefulSet at some point in time.</summary>
public sealed record StatefulSetCondition
{
    /// <summary>Which aspect of the stateful set the condition covers.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Indicates if the condition is fulfilled, as True, False or Unknown.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Status { get; init; }

    /// <summary>Moment at which the condition last moved to another status.</summary>
    [Field(3, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>Short code that says why the condition last changed.</summary>
    [Field(4)]
    public string? Reason { get; init; }

    /// <summary>Details of the latest change, phrased for people.</summary>
    [Field(5)]
    public string? Message { get; init; }
}
