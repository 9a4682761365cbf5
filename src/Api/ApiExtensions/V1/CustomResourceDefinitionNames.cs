using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>Collects the names under which a custom resource is served and addressed.</summary>
public sealed record CustomResourceDefinitionNames
{
    /// <summary>Name of the resource in URL paths, in plural form. Must be all lowercase and match the first part of the definition's name.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Plural { get; init; }

    /// <summary>Name for a single object of this resource, all lowercase. Defaults to the kind in lowercase.</summary>
    [Field(2)]
    public string? Singular { get; init; }

    /// <summary>Abbreviations that clients such as kubectl accept for the resource. Must be all lowercase.</summary>
    [Field(3)]
    public IReadOnlyList<string>? ShortNames { get; init; }

    /// <summary>Value that objects carry as their kind, normally CamelCase and singular.</summary>
    [Field(4, Required = true, Always = true)]
    public string? Kind { get; init; }

    /// <summary>Kind used for lists of these objects. Defaults to the kind followed by List.</summary>
    [Field(5)]
    public string? ListKind { get; init; }

    /// <summary>Groups the resource is listed with, for example 'all'. Clients read them from discovery, as in kubectl get all.</summary>
    [Field(6)]
    public IReadOnlyList<string>? Categories { get; init; }
}
