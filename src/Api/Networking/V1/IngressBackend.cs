using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Target that receives Ingress traffic, either a service or another resource.</summary>
public sealed record IngressBackend
{
    /// <summary>Names the Service to use as backend. Cannot be combined with resource.</summary>
    [Field(4)]
    public IngressServiceBackend? Service { get; init; }

    /// <summary>Kubernetes object in the Ingress's namespace to use as backend. Cannot be combined with service.</summary>
    [Field(3)]
    public TypedLocalObjectReference? Resource { get; init; }
}
