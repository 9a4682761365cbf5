using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Scope within which object names are unique. Using more than one is optional.</summary>
[Kind("v1", "namespaces", ClusterScoped = true, ShortNames = ["ns"], Verbs = "create,delete,get,list,patch,update,watch")]
[Subresource("finalize", "update")]
[Subresource("status", "get,patch,update")]
public sealed record Namespace : IApiObject
{
    /// <summary>Name, labels, annotations and other standard object metadata.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Desired behavior of the namespace, in particular its finalizers.</summary>
    [Field(2, Always = true)]
    public NamespaceSpec? Spec { get; init; }

    /// <summary>Current state of the namespace as the system sees it.</summary>
    [Field(3, Always = true)]
    [Default(DefaultAttribute.EmptyObject)]
    public NamespaceStatus? Status { get; init; }
}
