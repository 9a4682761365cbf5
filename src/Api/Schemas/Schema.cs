using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Schemas;

/// <summary>
/// The shape of a JSON value. One description drives decoding, pruning, defaults, validation, patches, apply, protobuf, OpenAPI
/// and table columns; it comes from a record of this project or from a custom resource's definition.
/// </summary>
public sealed class Schema(SchemaKind kind)
{
    private Lazy<FieldTable>? _fields;

    public SchemaKind Kind { get; } = kind;

    /// <summary>The OpenAPI definition's name ("io.k8s.api.core.v1.Pod"); null when it is not a definition of its own.</summary>
    public string? Name { get; init; }

    /// <summary>The record type; null for scalars, lists and custom resources.</summary>
    public Type? Record { get; init; }

    /// <summary>Of a list or map.</summary>
    public Schema? Element { get; init; }

    /// <summary>What an <see cref="SchemaKind.Either"/> is when it is no object; its object is <see cref="Element"/>.</summary>
    public Schema? Other { get; init; }

    public ListMerge ListMerge { get; init; }

    /// <summary>The fields that tell items apart under apply (x-kubernetes-list-map-keys).</summary>
    public IReadOnlyList<string> ListKeys { get; init; } = [];

    /// <summary>The field that tells items apart under a strategic merge patch; null: the list is replaced.</summary>
    public string? PatchMergeKey { get; init; }

    /// <summary>A strategic merge patch merges the list instead of replacing it (also for lists of scalars, without a key).</summary>
    public bool PatchMerge { get; init; }

    /// <summary>A strategic merge patch drops the keys that it does not name (unions such as a deployment's strategy).</summary>
    public bool PatchRetainKeys { get; init; }

    /// <summary>Server-side apply owns the object or map as a whole.</summary>
    public bool Atomic { get; init; }

    /// <summary>Allowed texts; empty: any.</summary>
    public IReadOnlyList<string> Enum { get; init; } = [];

    /// <summary>Fields that the schema does not name are kept (x-kubernetes-preserve-unknown-fields).</summary>
    public bool PreserveUnknown { get; init; }

    /// <summary>The value is a whole object with apiVersion, kind and metadata of its own.</summary>
    public bool EmbeddedResource { get; init; }

    public bool Nullable { get; init; }

    /// <summary>Further rules of a custom resource's schema.</summary>
    public SchemaRules? Rules { get; init; }

    public string? Description { get; init; }

    /// <summary>In order of declaration; empty for all but objects.</summary>
    public IReadOnlyList<FieldSchema> Fields => _fields?.Value.InOrder ?? [];

    /// <summary>Sets how the fields are found: on first use, since types refer to each other.</summary>
    public Schema WithFields(Func<IReadOnlyList<FieldSchema>> fields)
    {
        _fields = new(() => new FieldTable(fields()));
        return this;
    }

    internal FieldTable Table => _fields?.Value ?? FieldTable.Empty;

    public FieldSchema? Field(string name) => _fields?.Value.Find(name);

    public FieldSchema? Field(ReadOnlySpan<byte> utf8Name) => _fields?.Value.Find(utf8Name);

    public override string ToString() => Name ?? Kind.ToString();
}
