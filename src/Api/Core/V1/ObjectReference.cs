using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Identifies another object well enough to look it up or change it.</summary>
[Atomic]
public sealed record ObjectReference
{
    /// <summary>Type of the object that is referenced.</summary>
    [Field(1)]
    public string? Kind { get; init; }

    /// <summary>Where the referenced object lives, if it is namespaced.</summary>
    [Field(2)]
    public string? Namespace { get; init; }

    /// <summary>Which object of the given kind is referenced.</summary>
    [Field(3)]
    public string? Name { get; init; }

    /// <summary>Unique identifier of the referenced object, which tells it from a namesake.</summary>
    [Field(4)]
    public string? Uid { get; init; }

    /// <summary>Group and version of the API to which the referenced object belongs.</summary>
    [Field(5)]
    public string? ApiVersion { get; init; }

    /// <summary>Exact version of the object that is referenced, if that matters.</summary>
    [Field(6)]
    public string? ResourceVersion { get; init; }

    /// <summary>Part of the object that is meant, as a JSON/Go field access expression, for instance desiredState.manifest.containers[2]. Leave it out to mean the whole object.</summary>
    [Field(7)]
    public string? FieldPath { get; init; }
}
