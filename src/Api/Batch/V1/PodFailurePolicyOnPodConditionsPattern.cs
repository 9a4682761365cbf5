using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Batch.V1;

/// <summary>Matches a failed pod by the type and status of one of its conditions.</summary>
public sealed record PodFailurePolicyOnPodConditionsPattern
{
    /// <summary>Which pod condition to look at; its type must be exactly this.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Value the pod condition must have in order to match. Defaults to True.</summary>
    [Field(2, Required = true, Always = true)]
    [Default("True")]
    public string? Status { get; init; }
}
