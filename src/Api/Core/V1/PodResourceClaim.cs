using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Gives a pod access to one ResourceClaim, named directly or created for it from a ResourceClaimTemplate.</summary>
public sealed record PodResourceClaim
{
    /// <summary>Label for the claim, unique inside the pod, by which containers refer to it. It must be a DNS_LABEL.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Existing ResourceClaim in the pod's namespace. Set exactly one of this and resourceClaimTemplateName.</summary>
    [Field(3, Pointer = true)]
    public string? ResourceClaimName { get; init; }

    /// <summary>ResourceClaimTemplate in the pod's namespace from which a claim is created for this pod. The claim is deleted along with the pod.</summary>
    [Field(4, Pointer = true)]
    public string? ResourceClaimTemplateName { get; init; }
}
