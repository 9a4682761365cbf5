using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Bounds and defaults for resource usage, applied to each kind of resource in a namespace.</summary>
[Kind("v1", "limitranges", ShortNames = ["limits"])]
public sealed record LimitRange : IApiObject
{
    /// <summary>Name, namespace, labels and other standard object metadata.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Limits that the namespace has to obey.</summary>
    [Field(2, Always = true)]
    public LimitRangeSpec? Spec { get; init; }
}
