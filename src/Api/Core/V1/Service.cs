using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Gives a set of pods a stable name and port, such as mysql on 3306, and proxies traffic to them.</summary>
[Kind("v1", "services", ShortNames = ["svc"], Categories = ["all"])]
[Subresource("proxy", "create,delete,get,patch,update")]
[Subresource("status", "get,patch,update")]
public sealed record Service : IApiObject
{
    /// <summary>Standard object metadata such as name, namespace, labels and annotations.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>How the service is exposed and which pods receive its traffic.</summary>
    [Field(2, Always = true)]
    [Default(DefaultAttribute.EmptyObject)]
    public ServiceSpec? Spec { get; init; }

    /// <summary>Last observed state of the service, filled in by the system and read-only.</summary>
    [Field(3, Always = true)]
    public ServiceStatus? Status { get; init; }
}
