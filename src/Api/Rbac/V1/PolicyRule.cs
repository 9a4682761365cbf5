using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Rbac.V1;

/// <summary>Allows a set of verbs on a set of resources or URLs, without saying to whom or in which namespace.</summary>
public sealed record PolicyRule
{
    /// <summary>Actions permitted on everything the rule covers, such as get or list. Use '*' for every verb.</summary>
    [Field(1, Required = true, Always = true)]
    public IReadOnlyList<string>? Verbs { get; init; }

    /// <summary>API groups in which the listed resources are looked up. Use "" for the core group and "*" for every group.</summary>
    [Field(2)]
    public IReadOnlyList<string>? ApiGroups { get; init; }

    /// <summary>Plural resource names that the rule covers, where '*' stands for every resource.</summary>
    [Field(3)]
    public IReadOnlyList<string>? Resources { get; init; }

    /// <summary>Restricts the rule to objects with these names. When empty, all names are allowed.</summary>
    [Field(4)]
    public IReadOnlyList<string>? ResourceNames { get; init; }

    /// <summary>URL paths outside the resource API that may be accessed; '*' may only stand as the whole last path step. Effective only through a ClusterRoleBinding.</summary>
    [Field(5)]
    public IReadOnlyList<string>? NonResourceURLs { get; init; }
}
