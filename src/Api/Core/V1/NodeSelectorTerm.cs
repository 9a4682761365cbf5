using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Requirements that a node must meet all at once. A null or empty term selects nothing.</summary>
[Atomic]
public sealed record NodeSelectorTerm
{
    /// <summary>Tests on the labels of the node.</summary>
    [Field(1)]
    public IReadOnlyList<NodeSelectorRequirement>? MatchExpressions { get; init; }

    /// <summary>Tests on the fields of the node object.</summary>
    [Field(2)]
    public IReadOnlyList<NodeSelectorRequirement>? MatchFields { get; init; }
}
