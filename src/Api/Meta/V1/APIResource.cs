using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Discovery entry for one resource: its names, scope and supported verbs.</summary>
public sealed record APIResource
{
    /// <summary>Plural form of the resource as it appears in URL paths.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Name for a single item of the resource, used in messages; kubectl accepts it as well as the plural.</summary>
    [Field(6, Required = true, Always = true)]
    public string? SingularName { get; init; }

    /// <summary>True if objects live in namespaces, false if they are cluster-scoped.</summary>
    [Field(2, Required = true, Always = true)]
    public bool Namespaced { get; init; }

    /// <summary>API group preferred for the resource. Empty means the group of the enclosing list; subresources such as scale may differ.</summary>
    [Field(8)]
    public string? Group { get; init; }

    /// <summary>API version preferred for the resource. Empty means the version of the enclosing list; subresources may differ.</summary>
    [Field(9)]
    public string? Version { get; init; }

    /// <summary>Type name that objects of the resource carry, for example Foo for the resource foo.</summary>
    [Field(3, Required = true, Always = true)]
    public string? Kind { get; init; }

    /// <summary>Operations the resource supports, such as get, list, watch, create, update, patch, delete, deletecollection and proxy.</summary>
    [Field(1, In = [4], Required = true, Always = true)]
    public IReadOnlyList<string>? Verbs { get; init; }

    /// <summary>Suggested abbreviations for the resource on the command line.</summary>
    [Field(5)]
    public IReadOnlyList<string>? ShortNames { get; init; }

    /// <summary>Groups the resource is listed with, for example 'all'.</summary>
    [Field(7)]
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Opaque hash of the version used for storage. Clients may only compare it for equality; alpha and subject to change.</summary>
    [Field(10)]
    public string? StorageVersionHash { get; init; }
}
