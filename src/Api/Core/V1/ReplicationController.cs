using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Keeps a fixed number of identical pods running, the older predecessor of ReplicaSet.</summary>
[Kind("v1", "replicationcontrollers", ShortNames = ["rc"], Categories = ["all"])]
[Subresource("scale", "get,patch,update", Record = typeof(Autoscaling.V1.Scale))]
[Subresource("status", "get,patch,update")]
public sealed record ReplicationController : IApiObject
{
    /// <summary>Standard object metadata. When the controller carries no labels, they default to those of the pods it manages.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>What the controller should maintain: pod count, pod selection and the template for new pods.</summary>
    [Field(2, Always = true)]
    public ReplicationControllerSpec? Spec { get; init; }

    /// <summary>Latest observed state, filled in by the system and read-only. It may lag behind reality.</summary>
    [Field(3, Always = true)]
    public ReplicationControllerStatus? Status { get; init; }
}
