using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Class that an Ingress can name. Annotation ingressclass.kubernetes.io/is-default-class makes it the default for Ingresses naming none.</summary>
[Kind("networking.k8s.io/v1", "ingressclasses", ClusterScoped = true)]
public sealed record IngressClass : IApiObject
{
    /// <summary>Standard object metadata such as name, labels and annotations.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Controller and parameters wanted for Ingresses of the class.</summary>
    [Field(2, Always = true)]
    public IngressClassSpec? Spec { get; init; }
}
