using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiRegistration.V1;

/// <summary>Observed state of an APIService, derived from its backing server.</summary>
public sealed record APIServiceStatus
{
    /// <summary>Current observations about the APIService, such as its availability.</summary>
    [Field(1)]
    [List(ListMerge.Map, "type")]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<APIServiceCondition>? Conditions { get; init; }
}
