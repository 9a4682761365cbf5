using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Keeps a given number of identical pods running at all times.</summary>
[Kind("apps/v1", "replicasets", ShortNames = ["rs"], Categories = ["all"])]
[Subresource("scale", "get,patch,update", Record = typeof(Autoscaling.V1.Scale))]
[Subresource("status", "get,patch,update")]
public sealed record ReplicaSet : IApiObject
{
    /// <summary>Usual object metadata. If it has no labels, they default to those of the pods the ReplicaSet manages.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Describes the pods to keep running and how many of them.</summary>
    [Field(2, Always = true)]
    public ReplicaSetSpec? Spec { get; init; }

    /// <summary>Pod counts and conditions as last observed, possibly a little stale. Set by the system and read-only.</summary>
    [Field(3, Always = true)]
    public ReplicaSetStatus? Status { get; init; }
}
