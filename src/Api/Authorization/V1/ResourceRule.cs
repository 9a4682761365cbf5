using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authorization.V1;

/// <summary>Lists actions a subject may perform on resources. Such lists are unordered, can contain duplicates and may be incomplete.</summary>
public sealed record ResourceRule
{
    /// <summary>Resource verbs that are permitted, like get, list, watch, create, update, delete or proxy. "*" means all.</summary>
    [Field(1, Required = true, Always = true)]
    public IReadOnlyList<string>? Verbs { get; init; }

    /// <summary>API groups that contain the resources. An action on a listed resource is permitted in each of them, and "*" means all.</summary>
    [Field(2)]
    public IReadOnlyList<string>? ApiGroups { get; init; }

    /// <summary>Resource types the rule covers. "*" means all in the given apiGroups, and "*/foo" the subresource 'foo' of each of them.</summary>
    [Field(3)]
    public IReadOnlyList<string>? Resources { get; init; }

    /// <summary>Limits the rule to objects with these names. Leaving it empty permits everything, and "*" means all.</summary>
    [Field(4)]
    public IReadOnlyList<string>? ResourceNames { get; init; }
}
