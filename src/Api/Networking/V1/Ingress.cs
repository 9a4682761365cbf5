using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Rules that let outside traffic reach services, with external URLs, load balancing, TLS and name-based hosting.</summary>
[Kind("networking.k8s.io/v1", "ingresses", ShortNames = ["ing"])]
[Subresource("status", "get,patch,update")]
public sealed record Ingress : IApiObject
{
    /// <summary>Standard object metadata such as name, namespace, labels and annotations.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Routing and TLS settings you want for the Ingress.</summary>
    [Field(2, Always = true)]
    public IngressSpec? Spec { get; init; }

    /// <summary>State of the Ingress as currently observed.</summary>
    [Field(3, Always = true)]
    public IngressStatus? Status { get; init; }
}
