using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>Configures one API version of a custom resource.</summary>
public sealed record CustomResourceDefinitionVersion
{
    /// <summary>Version identifier, such as v1 or v2beta1, that appears in the URL path.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Whether the version can be accessed through the REST API.</summary>
    [Field(2, Required = true, Always = true)]
    public bool Served { get; init; }

    /// <summary>Marks the version in which objects are written to storage. Exactly one version must have it set to true.</summary>
    [Field(3, Required = true, Always = true)]
    public bool Storage { get; init; }

    /// <summary>Marks the version as deprecated, which adds a warning header to responses. Defaults to false.</summary>
    [Field(7)]
    public bool Deprecated { get; init; }

    /// <summary>Replaces the standard warning text that clients get for this version. May only be set when deprecated is true.</summary>
    [Field(8, Pointer = true)]
    public string? DeprecationWarning { get; init; }

    /// <summary>Describes how objects of this version are validated, pruned and filled with defaults.</summary>
    [Field(4)]
    public CustomResourceValidation? Schema { get; init; }

    /// <summary>Subresources, status and scale, that this version offers.</summary>
    [Field(5)]
    public CustomResourceSubresources? Subresources { get; init; }

    /// <summary>Extra columns for Table output of this version. If none are given, a single column with the object's age is shown.</summary>
    [Field(6)]
    public IReadOnlyList<CustomResourceColumnDefinition>? AdditionalPrinterColumns { get; init; }

    /// <summary>Paths of fields that clients may use in field selectors. At most 8 are allowed.</summary>
    [Field(9)]
    public IReadOnlyList<SelectableField>? SelectableFields { get; init; }
}
