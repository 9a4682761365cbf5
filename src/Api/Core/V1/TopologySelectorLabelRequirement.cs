using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Requires a topology label to have one of the given values. Alpha, may change.</summary>
public sealed record TopologySelectorLabelRequirement
{
    /// <summary>Label that is checked against the values.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Key { get; init; }

    /// <summary>Accepted values for the label, of which any one suffices.</summary>
    [Field(2, Required = true, Always = true)]
    public IReadOnlyList<string>? Values { get; init; }
}
