using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Reports on one resource that has been allocated to a pod.</summary>
public sealed record ResourceStatus
{
    /// <summary>Resource being reported, unique within the pod. Matches a resource of the pod spec, or has the form "claim:CLAIM_NAME/REQUEST" for DRA resources.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Health per allocated unit, one element for each unique resource ID.</summary>
    [Field(2)]
    [List(ListMerge.Map, "resourceID")]
    public IReadOnlyList<ResourceHealth>? Resources { get; init; }
}
