using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Single test of a node property, made of a key, an operator and values.</summary>
public sealed record NodeSelectorRequirement
{
    /// <summary>Label of the node that is tested.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Key { get; init; }

    /// <summary>How the key is compared with the values: In, NotIn, Exists, DoesNotExist, Gt or Lt.</summary>
    [Field(2, Required = true, Always = true)]
    [Enum("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt")]
    public string? Operator { get; init; }

    /// <summary>Strings to compare with: at least one for In and NotIn, none for Exists and DoesNotExist, exactly one integer for Gt and Lt.</summary>
    [Field(3)]
    public IReadOnlyList<string>? Values { get; init; }
}
