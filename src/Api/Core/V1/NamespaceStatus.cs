using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>What the system reports about the present state of a namespace.</summary>
public sealed record NamespaceStatus
{
    /// <summary>Stage of its lifecycle in which the namespace currently is.</summary>
    [Field(1)]
    [Enum("Active", "Terminating")]
    [Default("Active")]
    public string? Phase { get; init; }

    /// <summary>Latest observations about the namespace, for example why its deletion is stuck.</summary>
    [Field(2)]
    [List(ListMerge.Map, "type")]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<NamespaceCondition>? Conditions { get; init; }
}
