using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Runs pods that each keep a stable identity, with a fixed DNS name and as many volume claims as requested.</summary>
[Kind("apps/v1", "statefulsets", ShortNames = ["sts"], Categories = ["all"])]
[Subresource("scale", "get,patch,update", Record = typeof(Autoscaling.V1.Scale))]
[Subresource("status", "get,patch,update")]
public sealed record StatefulSet : IApiObject
{
    /// <summary>Usual object metadata, such as the name, namespace and labels of the stateful set.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Describes the pods of the set and the identities they should have.</summary>
    [Field(2, Always = true)]
    public StatefulSetSpec? Spec { get; init; }

    /// <summary>Current state of the set's pods, which may lag behind reality for a while.</summary>
    [Field(3, Always = true)]
    public StatefulSetStatus? Status { get; init; }
}
