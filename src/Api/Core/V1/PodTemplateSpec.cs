using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Metadata and specification that pods created from a template receive.</summary>
public sealed record PodTemplateSpec
{
    /// <summary>Labels, annotations and other standard object metadata for the created pods.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>What the created pods should run and how they should behave.</summary>
    [Field(2, Always = true)]
    public PodSpec? Spec { get; init; }
}
