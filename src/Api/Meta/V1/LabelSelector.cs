using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Picks objects by label; all requirements must hold. An empty selector matches every object, a null one matches none.</summary>
[Atomic]
public sealed record LabelSelector
{
    /// <summary>Labels that objects must carry with exactly these values, all of them. Each pair equals an In expression with a single value.</summary>
    [Field(1)]
    public IReadOnlyDictionary<string, string>? MatchLabels { get; init; }

    /// <summary>Requirements on labels using set operators, all of which must hold.</summary>
    [Field(2)]
    public IReadOnlyList<LabelSelectorRequirement>? MatchExpressions { get; init; }
}
