using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Compares the value of one label with a set of values.</summary>
public sealed record LabelSelectorRequirement
{
    /// <summary>Label that the requirement looks at, by its key.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Key { get; init; }

    /// <summary>How the label relates to the values. One of In, NotIn, Exists and DoesNotExist.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Operator { get; init; }

    /// <summary>Strings to compare with. Must not be empty for In and NotIn, and must be empty for Exists and DoesNotExist.</summary>
    [Field(3)]
    public IReadOnlyList<string>? Values { get; init; }
}
