using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>One test on a quota scope, made of a scope name, an operator and values.</summary>
public sealed record ScopedResourceSelectorRequirement
{
    /// <summary>Scope to which the comparison is applied.</summary>
    [Field(1, Required = true, Always = true)]
    [Enum("Terminating", "NotTerminating", "BestEffort", "NotBestEffort", "PriorityClass", "CrossNamespacePodAffinity")]
    public string? ScopeName { get; init; }

    /// <summary>How the scope is compared with the values: In, NotIn, Exists or DoesNotExist.</summary>
    [Field(2, Required = true, Always = true)]
    [Enum("In", "NotIn", "Exists", "DoesNotExist")]
    public string? Operator { get; init; }

    /// <summary>Strings to compare with. In and NotIn need at least one, Exists and DoesNotExist none; a strategic merge patch replaces the whole list.</summary>
    [Field(3)]
    public IReadOnlyList<string>? Values { get; init; }
}
