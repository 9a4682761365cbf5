using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Selects quota-tracked objects by scope. All of its requirements must be met.</summary>
[Atomic]
public sealed record ScopeSelector
{
    /// <summary>Requirements to meet, each testing one scope of the resources.</summary>
    [Field(1)]
    public IReadOnlyList<ScopedResourceSelectorRequirement>? MatchExpressions { get; init; }
}
