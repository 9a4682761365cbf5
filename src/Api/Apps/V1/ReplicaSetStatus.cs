using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Reports the observed state of a ReplicaSet.</summary>
public sealed record ReplicaSetStatus
{
    /// <summary>How many replicas existed when the set was last observed.</summary>
    [Field(1, Required = true, Always = true)]
    public int Replicas { get; init; }

    /// <summary>How many pods carry all the labels given in the ReplicaSet's pod template.</summary>
    [Field(2)]
    public int FullyLabeledReplicas { get; init; }

    /// <summary>How many pods of the ReplicaSet have a Ready condition right now.</summary>
    [Field(4)]
    public int ReadyReplicas { get; init; }

    /// <summary>How many replicas have been ready for at least minReadySeconds.</summary>
    [Field(5)]
    public int AvailableReplicas { get; init; }

    /// <summary>Generation of the ReplicaSet that was most recently observed.</summary>
    [Field(3)]
    public long ObservedGeneration { get; init; }

    /// <summary>Latest observations about the replica set, one entry per condition.</summary>
    [Field(6)]
    [List(ListMerge.Map, "type")]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<ReplicaSetCondition>? Conditions { get; init; }
}
