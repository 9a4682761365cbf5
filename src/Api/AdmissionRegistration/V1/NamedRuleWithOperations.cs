using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Matches requests by operation and resource, optionally restricted to particular resource names.</summary>
[Atomic]
public sealed record NamedRuleWithOperations
{
    /// <summary>Restricts the rule to objects with these names. Leave it empty to allow any name.</summary>
    [Field(1)]
    public IReadOnlyList<string>? ResourceNames { get; init; }

    /// <summary>Admission operations to match, out of CREATE, UPDATE, DELETE and CONNECT. A sole '*' covers all current and future ones. Required.</summary>
    [Field(1, In = [2])]
    public IReadOnlyList<string>? Operations { get; init; }

    /// <summary>API groups whose resources are matched. Use '*' as the only entry to cover every group. Required.</summary>
    [Field(1, In = [2, 2])]
    public IReadOnlyList<string>? ApiGroups { get; init; }

    /// <summary>API versions whose resources are matched. Use '*' as the only entry to cover every version. Required.</summary>
    [Field(2, In = [2, 2])]
    public IReadOnlyList<string>? ApiVersions { get; init; }

    /// <summary>What to match, such as 'pods' or the subresource 'pods/log'. Wildcards work too, with '*' for all resources without subresources and 'pods/*' for subresources of pods.</summary>
    [Field(3, In = [2, 2])]
    public IReadOnlyList<string>? Resources { get; init; }

    /// <summary>Narrows the rule to "Cluster" or "Namespaced" resources, or uses "*" for both. Namespace objects count as cluster-scoped.</summary>
    [Field(4, In = [2, 2], Pointer = true)]
    [Enum("Cluster", "Namespaced", "*")]
    [Default("*")]
    public string? Scope { get; init; }
}
