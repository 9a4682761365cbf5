using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Points a container at one of the entries in the pod's resourceClaims list.</summary>
public sealed record ResourceClaim
{
    /// <summary>Entry of the pod's spec.resourceClaims to use. The resource behind it becomes available inside the container.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Picks the result of a single request from the claim. Left empty, the container gets everything the claim provides.</summary>
    [Field(2)]
    public string? Request { get; init; }
}
