using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>One observation about the state of an autoscaler at some point in time.</summary>
public sealed record HorizontalPodAutoscalerCondition
{
    /// <summary>Which aspect of the autoscaler the condition describes.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Whether the condition is met, stated as True, False or Unknown.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Status { get; init; }

    /// <summary>When the condition last went from one status to another.</summary>
    [Field(3, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>Short code for the cause of the condition's last change.</summary>
    [Field(4)]
    public string? Reason { get; init; }

    /// <summary>Human-readable details about the condition's latest change.</summary>
    [Field(5)]
    public string? Message { get; init; }
}
