using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Compares the value of one field with a set of values.</summary>
public sealed record FieldSelectorRequirement
{
    /// <summary>Field that the requirement looks at, by its field selector key.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Key { get; init; }

    /// <summary>How the field relates to the values: In, NotIn, Exists or DoesNotExist. More operators may be added.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Operator { get; init; }

    /// <summary>Strings to compare with. Must not be empty for In and NotIn, and must be empty for Exists and DoesNotExist.</summary>
    [Field(3)]
    public IReadOnlyList<string>? Values { get; init; }
}
