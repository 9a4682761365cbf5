using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authorization.V1;

/// <summary>Describes a request for an API resource, for an authorization check.</summary>
public sealed record ResourceAttributes
{
    /// <summary>Where the action takes place. Empty is defaulted in a LocalSubjectAccessReview, stays empty for cluster-scoped resources and otherwise means "all".</summary>
    [Field(1)]
    public string? Namespace { get; init; }

    /// <summary>Action to check, like get, list, watch, create, update, delete or proxy. "*" means all.</summary>
    [Field(2)]
    public string? Verb { get; init; }

    /// <summary>API group to which the requested resource belongs. "*" means all.</summary>
    [Field(3)]
    public string? Group { get; init; }

    /// <summary>API version of the requested resource. "*" means all.</summary>
    [Field(4)]
    public string? Version { get; init; }

    /// <summary>Type of object that the action targets. "*" means all.</summary>
    [Field(5)]
    public string? Resource { get; init; }

    /// <summary>Part of the resource that the action targets, if any. Empty means none.</summary>
    [Field(6)]
    public string? Subresource { get; init; }

    /// <summary>Object to be requested by a "get" or removed by a "delete". Empty means all.</summary>
    [Field(7)]
    public string? Name { get; init; }

    /// <summary>Narrows the access to objects matching certain fields, and never broadens it. Alpha, and needs the AuthorizeWithSelectors feature gate, which is disabled by default.</summary>
    [Field(8)]
    public FieldSelectorAttributes? FieldSelector { get; init; }

    /// <summary>Narrows the access to objects matching certain labels, and never broadens it. Alpha, and needs the AuthorizeWithSelectors feature gate, which is disabled by default.</summary>
    [Field(9)]
    public LabelSelectorAttributes? LabelSelector { get; init; }
}
