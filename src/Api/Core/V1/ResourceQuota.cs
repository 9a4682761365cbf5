using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Caps the total resource use and object counts within one namespace.</summary>
[Kind("v1", "resourcequotas", ShortNames = ["quota"])]
[Subresource("status", "get,patch,update")]
public sealed record ResourceQuota : IApiObject
{
    /// <summary>Standard object metadata such as name, namespace, labels and annotations.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Limits you want enforced in the namespace, and the objects they apply to.</summary>
    [Field(2, Always = true)]
    public ResourceQuotaSpec? Spec { get; init; }

    /// <summary>Limits actually in force together with how much of them is used.</summary>
    [Field(3, Always = true)]
    public ResourceQuotaStatus? Status { get; init; }
}
