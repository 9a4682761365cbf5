using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Batch.V1;

/// <summary>Pairs an action with the failures it applies to, given by either onExitCodes or onPodConditions, but not both.</summary>
public sealed record PodFailurePolicyRule
{
    /// <summary>What happens on a matching failure: FailJob, FailIndex, Ignore or Count.</summary>
    [Field(1, Required = true, Always = true)]
    [Enum("FailJob", "FailIndex", "Ignore", "Count")]
    public string? Action { get; init; }

    /// <summary>Makes the rule apply to pods whose containers ended with certain exit codes.</summary>
    [Field(2)]
    public PodFailurePolicyOnExitCodesRequirement? OnExitCodes { get; init; }

    /// <summary>Makes the rule apply to pods that match at least one of these condition patterns. At most 20 are allowed.</summary>
    [Field(3)]
    public IReadOnlyList<PodFailurePolicyOnPodConditionsPattern>? OnPodConditions { get; init; }
}
