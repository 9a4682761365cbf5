using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>State the system last recorded for a priority level.</summary>
public sealed record PriorityLevelConfigurationStatus
{
    /// <summary>Observations about the priority level's state at present.</summary>
    [Field(1)]
    [List(ListMerge.Map, "type")]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<PriorityLevelConfigurationCondition>? Conditions { get; init; }
}
