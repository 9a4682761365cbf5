using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authorization.V1;

/// <summary>Describes access limited by a label selector. Webhooks should prefer requirements, and verify that rawSelector is not set along with it.</summary>
public sealed record LabelSelectorAttributes
{
    /// <summary>Label selector in the serialized form of a query parameter. Webhooks are advised to ignore it and rely on requirements.</summary>
    [Field(1)]
    public string? RawSelector { get; init; }

    /// <summary>Label selector in parsed form. An object matches only if it meets all entries, and webhooks should handle them.</summary>
    [Field(2)]
    public IReadOnlyList<LabelSelectorRequirement>? Requirements { get; init; }
}
