using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Matches requests by operation and resource. Every combination that the lists expand to should be a valid one.</summary>
public sealed record RuleWithOperations
{
    /// <summary>Request operations that trigger the hook, from CREATE, UPDATE, DELETE and CONNECT. A lone '*' means all, including ones added later. Required.</summary>
    [Field(1)]
    public IReadOnlyList<string>? Operations { get; init; }

    /// <summary>API groups the rule covers, or a single '*' entry for all of them. Required.</summary>
    [Field(1, In = [2])]
    public IReadOnlyList<string>? ApiGroups { get; init; }

    /// <summary>API versions the rule covers, or a single '*' entry for all of them. Required.</summary>
    [Field(2, In = [2])]
    public IReadOnlyList<string>? ApiVersions { get; init; }

    /// <summary>Which resources the rule covers, where 'pods/log' is a subresource. Use '*' for all resources without subresources, or '*/scale' for every scale subresource.</summary>
    [Field(3, In = [2])]
    public IReadOnlyList<string>? Resources { get; init; }

    /// <summary>Restricts matches to "Cluster" or "Namespaced" resources, while "*" accepts either. A Namespace is itself cluster-scoped.</summary>
    [Field(4, In = [2], Pointer = true)]
    [Enum("Cluster", "Namespaced", "*")]
    [Default("*")]
    public string? Scope { get; init; }
}
