using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Compute resources a container asks for and may use at most.</summary>
public sealed record ResourceRequirements
{
    /// <summary>Upper bound on each compute resource the container may consume.</summary>
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? Limits { get; init; }

    /// <summary>Guaranteed minimum of each compute resource. Defaults to explicitly set limits, else to an implementation-defined value, and may not exceed the limits.</summary>
    [Field(2)]
    public IReadOnlyDictionary<string, Quantity>? Requests { get; init; }

    /// <summary>Entries of spec.resourceClaims this container uses. Immutable, for containers only, alpha and gated by DynamicResourceAllocation.</summary>
    [Field(3)]
    [List(ListMerge.Map, "name")]
    public IReadOnlyList<ResourceClaim>? Claims { get; init; }
}
