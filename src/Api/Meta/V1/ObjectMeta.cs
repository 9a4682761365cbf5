using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Metadata that every stored object has: identity, labels, ownership and lifecycle data.</summary>
public sealed record ObjectMeta
{
    /// <summary>Identifies the object uniquely within its namespace. Required on creation, unless the server generates it, and cannot be changed.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary>Prefix to which the server adds a unique suffix to form the name. Used only if name is not provided.</summary>
    [Field(2)]
    public string? GenerateName { get; init; }

    /// <summary>Scope within which the name is unique; empty means "default". Stays empty for cluster-scoped objects and cannot be changed.</summary>
    [Field(3)]
    public string? Namespace { get; init; }

    /// <summary>Former URL of the object. Deprecated, and no longer filled in by the system.</summary>
    [Field(4)]
    public string? SelfLink { get; init; }

    /// <summary>Identifier that is unique across time and space and assigned on creation. Set by the system; read-only.</summary>
    [Field(5)]
    public string? Uid { get; init; }

    /// <summary>Opaque internal version for detecting changes, optimistic concurrency and watches. Clients return it unmodified. Set by the system; read-only.</summary>
    [Field(6)]
    public string? ResourceVersion { get; init; }

    /// <summary>Number that grows with each change of the desired state. Set by the system; read-only.</summary>
    [Field(7)]
    public long Generation { get; init; }

    /// <summary>Server time, in RFC3339 form and UTC, at which the object was created. Set by the system; read-only.</summary>
    [Field(8, Always = true)]
    public DateTimeOffset? CreationTimestamp { get; init; }

    /// <summary>RFC 3339 time at which the object is due for removal. Set by the server on graceful deletion, never directly by clients.</summary>
    [Field(9)]
    public DateTimeOffset? DeletionTimestamp { get; init; }

    /// <summary>Seconds the object has for shutting down before it is removed. Set only with deletionTimestamp; may only be shortened. Read-only.</summary>
    [Field(10)]
    public long? DeletionGracePeriodSeconds { get; init; }

    /// <summary>Keys and values for organizing objects and picking them with selectors.</summary>
    [Field(11)]
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Free-form keys and values that tools attach to the object. They cannot be queried and should be preserved on changes.</summary>
    [Field(12)]
    public IReadOnlyDictionary<string, string>? Annotations { get; init; }

    /// <summary>Objects this one depends on; it is garbage collected once all of them are gone. At most one entry may be the managing controller.</summary>
    [Field(13)]
    [List(ListMerge.Map, "uid")]
    [Patch(Merge = true, MergeKey = "uid")]
    public IReadOnlyList<OwnerReference>? OwnerReferences { get; init; }

    /// <summary>Components that must finish their cleanup, and remove their entry, before the object is deleted. Entries can only be removed once deletion has begun.</summary>
    [Field(14)]
    [List(ListMerge.Set)]
    [Patch(Merge = true)]
    public IReadOnlyList<string>? Finalizers { get; init; }

    /// <summary>Records which manager owns which fields, for server-side apply. Mostly internal; users rarely need to set or read it.</summary>
    [Field(17)]
    public IReadOnlyList<ManagedFieldsEntry>? ManagedFields { get; init; }
}
