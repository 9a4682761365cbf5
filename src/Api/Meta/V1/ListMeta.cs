using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Metadata of lists and other objects that are not stored themselves. Never combined with ObjectMeta.</summary>
public sealed record ListMeta
{
    /// <summary>Former URL of the object. Deprecated, and no longer filled in by the system.</summary>
    [Field(1)]
    public string? SelfLink { get; init; }

    /// <summary>Opaque version of the list, usable for detecting changes and to be returned unmodified. Set by the system; read-only.</summary>
    [Field(2)]
    public string? ResourceVersion { get; init; }

    /// <summary>Opaque token for fetching the next page of a limited list. Present only when the server has more items.</summary>
    [Field(3)]
    public string? Continue { get; init; }

    /// <summary>How many items follow after this page. Left unset if unknown, as with label or field selectors, or if none remain.</summary>
    [Field(4)]
    public long? RemainingItemCount { get; init; }
}
