using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Pod counts and conditions last observed for a replication controller.</summary>
public sealed record ReplicationControllerStatus
{
    /// <summary>Pod count seen at the latest observation.</summary>
    [Field(1, Required = true, Always = true)]
    public int Replicas { get; init; }

    /// <summary>Count of pods whose labels match those of the pod template.</summary>
    [Field(2)]
    public int FullyLabeledReplicas { get; init; }

    /// <summary>Count of this controller's pods that are currently ready.</summary>
    [Field(4)]
    public int ReadyReplicas { get; init; }

    /// <summary>Count of pods that have been ready for at least minReadySeconds.</summary>
    [Field(5)]
    public int AvailableReplicas { get; init; }

    /// <summary>Generation of the replication controller that this status was computed from.</summary>
    [Field(3)]
    public long ObservedGeneration { get; init; }

    /// <summary>Most recent observations about the state of the replication controller.</summary>
    [Field(6)]
    [List(ListMerge.Map, "type")]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<ReplicationControllerCondition>? Conditions { get; init; }
}
