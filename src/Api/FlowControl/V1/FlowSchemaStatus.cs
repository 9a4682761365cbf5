using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>State the system last recorded for a FlowSchema.</summary>
public sealed record FlowSchemaStatus
{
    /// <summary>Observations about the schema's state at present.</summary>
    [Field(1)]
    [List(ListMerge.Map, "type")]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<FlowSchemaCondition>? Conditions { get; init; }
}
