using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>Describes the custom resource to serve: its group, names, scope, versions and conversion.</summary>
public sealed record CustomResourceDefinitionSpec
{
    /// <summary>API group in which the resource is served, under /apis. Must match the second part of the definition's name.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Group { get; init; }

    /// <summary>Plural, singular, kind and other names by which the custom resource is known.</summary>
    [Field(3, Required = true, Always = true)]
    public CustomResourceDefinitionNames? Names { get; init; }

    /// <summary>Whether objects belong to a namespace or to the whole cluster. Allowed values are Cluster and Namespaced.</summary>
    [Field(4, Required = true, Always = true)]
    public string? Scope { get; init; }

    /// <summary>Every API version of the resource. Their names decide the order in discovery, with Kubernetes-style versions such as v1 listed before others.</summary>
    [Field(7, Required = true, Always = true)]
    public IReadOnlyList<CustomResourceDefinitionVersion>? Versions { get; init; }

    /// <summary>Determines how objects are translated from one version to another.</summary>
    [Field(9)]
    public CustomResourceConversion? Conversion { get; init; }

    /// <summary>Keeps fields missing from the schema when storing objects. Deprecated; set x-kubernetes-preserve-unknown-fields to true in the schema instead.</summary>
    [Field(10)]
    public bool PreserveUnknownFields { get; init; }
}
