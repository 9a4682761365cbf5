using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Group of containers that run together on one host. Clients create it and the scheduler places it.</summary>
[Kind("v1", "pods", ShortNames = ["po"], Categories = ["all"])]
[Subresource("attach", "create,get")]
[Subresource("binding", "create", Record = typeof(Binding))]
[Subresource("ephemeralcontainers", "get,patch,update")]
[Subresource("eviction", "create", Record = typeof(Policy.V1.Eviction))]
[Subresource("exec", "create,get")]
[Subresource("log", "get")]
[Subresource("portforward", "create,get")]
[Subresource("proxy", "create,delete,get,patch,update")]
[Subresource("resize", "get,patch,update")]
[Subresource("status", "get,patch,update")]
public sealed record Pod : IApiObject
{
    /// <summary>Name, namespace, labels and other standard object metadata.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>What the pod should run and how it should behave.</summary>
    [Field(2, Always = true)]
    public PodSpec? Spec { get; init; }

    /// <summary>Latest observed state of the pod, which may be out of date. The system fills it in; it is read-only.</summary>
    [Field(3, Always = true)]
    public PodStatus? Status { get; init; }
}
