using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Worker machine of the cluster, with an identifier that is unique in the store.</summary>
[Kind("v1", "nodes", ClusterScoped = true, ShortNames = ["no"])]
[Subresource("proxy", "create,delete,get,patch,update")]
[Subresource("status", "get,patch,update")]
public sealed record Node : IApiObject
{
    /// <summary>Name, labels, annotations and other standard object metadata.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Desired behavior of the node, such as taints and schedulability.</summary>
    [Field(2, Always = true)]
    public NodeSpec? Spec { get; init; }

    /// <summary>Latest observed state of the node. The system fills it in; it is read-only.</summary>
    [Field(3, Always = true)]
    public NodeStatus? Status { get; init; }
}
