using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Batch.V1;

/// <summary>Decides how failed pods count toward the backoffLimit of a job.</summary>
public sealed record PodFailurePolicy
{
    /// <summary>Ordered list in which the first rule that matches a pod failure wins. Failures no rule matches count toward backoffLimit.</summary>
    [Field(1, Required = true, Always = true)]
    public IReadOnlyList<PodFailurePolicyRule>? Rules { get; init; }
}
