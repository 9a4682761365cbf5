using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>One observation about the state of a deployment at some point in time.</summary>
public sealed record DeploymentCondition
{
    /// <summary>Which aspect of the deployment the condition describes.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Tells if the condition applies, as True, False or Unknown.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Status { get; init; }

    /// <summary>When the condition was last written, even if its status stayed the same.</summary>
    [Field(6, Always = true)]
    public DateTimeOffset? LastUpdateTime { get; init; }

    /// <summary>When the condition last switched from one status to another.</summary>
    [Field(7, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>Short code that explains the condition's most recent change.</summary>
    [Field(4)]
    public string? Reason { get; init; }

    /// <summary>Details about the last change, in words for a human reader.</summary>
    [Field(5)]
    public string? Message { get; init; }
}
