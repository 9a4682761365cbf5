using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Picks nodes that satisfy at least one of several label queries.</summary>
[Atomic]
public sealed record NodeSelector
{
    /// <summary>Required alternatives, joined by OR: a node is selected if any one term matches.</summary>
    [Field(1, Required = true, Always = true)]
    public IReadOnlyList<NodeSelectorTerm>? NodeSelectorTerms { get; init; }
}
