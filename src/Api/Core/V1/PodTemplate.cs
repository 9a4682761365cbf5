using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Stored pattern from which copies of a pod are created.</summary>
[Kind("v1", "podtemplates")]
public sealed record PodTemplate : IApiObject
{
    /// <summary>Name, namespace, labels and other standard object metadata.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Definition of the pods to be created from it.</summary>
    [Field(2, Always = true)]
    public PodTemplateSpec? Template { get; init; }
}
