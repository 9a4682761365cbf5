using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Records, for a claim that refers to a ResourceClaimTemplate, the name of the ResourceClaim generated from it.</summary>
public sealed record PodResourceClaimStatus
{
    /// <summary>Entry of pod.spec.resourceClaims this status belongs to, and therefore a DNS_LABEL.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>ResourceClaim generated in the pod's namespace. Unset means none was needed, and the entry in pod.spec.resourceClaims can be ignored.</summary>
    [Field(2, Pointer = true)]
    public string? ResourceClaimName { get; init; }
}
