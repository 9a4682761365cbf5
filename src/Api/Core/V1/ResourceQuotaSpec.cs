using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Hard limits to enforce and filters for the objects counted against them.</summary>
public sealed record ResourceQuotaSpec
{
    /// <summary>Maximum allowed total for each named resource in the namespace.</summary>
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? Hard { get; init; }

    /// <summary>Filters an object must match to count against the quota. When unset, every object counts.</summary>
    [Field(2)]
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Filters tracked objects by scope, using operators and values. An object must satisfy this as well as any scopes listed.</summary>
    [Field(3)]
    public ScopeSelector? ScopeSelector { get; init; }
}
