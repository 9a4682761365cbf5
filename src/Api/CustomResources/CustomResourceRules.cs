using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.CustomResources;

/// <summary>What a version of a definition says of its objects beyond their shape.</summary>
/// <param name="Validation">The schema as it stands in the definition; null when there is none.</param>
/// <param name="HasStatus">The status has a path of its own.</param>
/// <param name="ReplicasPath">Where the scale subresource finds the wanted replicas; null: there is none.</param>
/// <param name="Warning">What users of a deprecated version are told; null: nothing.</param>
public sealed record CustomResourceRules(Schema? Validation, bool HasStatus, string? ReplicasPath, string? Warning)
{
    /// <summary>The schema states rules in CEL.</summary>
    internal bool HasExpressions { get; } = Validation is not null && RuleEvaluation.HasRules(Validation);
}
