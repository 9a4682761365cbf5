using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Weighted node preference. An empty term matches everything with weight 0, a null one matches nothing; neither has any effect.</summary>
public sealed record PreferredSchedulingTerm
{
    /// <summary>Points, from 1 to 100, that a node gains by matching the term.</summary>
    [Field(1, Required = true, Always = true)]
    public int Weight { get; init; }

    /// <summary>Node selector term that earns the weight when a node matches.</summary>
    [Field(2, Required = true, Always = true)]
    public NodeSelectorTerm? Preference { get; init; }
}
