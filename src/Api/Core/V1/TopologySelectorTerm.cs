using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Label query on topology whose requirements must all hold. A null or empty term matches nothing.</summary>
[Atomic]
public sealed record TopologySelectorTerm
{
    /// <summary>Label requirements, all of which must be satisfied.</summary>
    [Field(1)]
    public IReadOnlyList<TopologySelectorLabelRequirement>? MatchLabelExpressions { get; init; }
}
