using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Nodes.V1;

/// <summary>Makes a container runtime selectable by pods, which name it to decide how all of their containers are run.</summary>
[Kind("node.k8s.io/v1", "runtimeclasses", ClusterScoped = true)]
public sealed record RuntimeClass : IApiObject
{
    /// <summary>Standard object metadata; pods select the class by the name given here.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Configuration name that the node's CRI implementation uses to run pods of this class. Must be a lowercase DNS label and cannot be changed.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Handler { get; init; }

    /// <summary>Resources charged to each pod of this class on top of its container requests.</summary>
    [Field(3)]
    public Overhead? Overhead { get; init; }

    /// <summary>Limits which nodes may run pods of this class. Without it, every node is assumed to support the class.</summary>
    [Field(4)]
    public Scheduling? Scheduling { get; init; }
}
