using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Reports the observed state of a StatefulSet.</summary>
public sealed record StatefulSetStatus
{
    /// <summary>Latest StatefulSet generation the controller has seen. The API server raises the generation with each change.</summary>
    [Field(1)]
    public long ObservedGeneration { get; init; }

    /// <summary>How many pods the StatefulSet controller has created.</summary>
    [Field(2, Required = true, Always = true)]
    public int Replicas { get; init; }

    /// <summary>How many pods created for the StatefulSet have a Ready condition.</summary>
    [Field(3)]
    public int ReadyReplicas { get; init; }

    /// <summary>How many pods were created from the version that currentRevision names.</summary>
    [Field(4)]
    public int CurrentReplicas { get; init; }

    /// <summary>How many pods were created from the version that updateRevision names.</summary>
    [Field(5)]
    public int UpdatedReplicas { get; init; }

    /// <summary>Version of the StatefulSet behind the pods with index 0 up to, but not including, currentReplicas. May be empty.</summary>
    [Field(6)]
    public string? CurrentRevision { get; init; }

    /// <summary>Version of the StatefulSet behind the last updatedReplicas pods of the sequence. May be empty.</summary>
    [Field(7)]
    public string? UpdateRevision { get; init; }

    /// <summary>Number of hash collisions so far, which the controller uses to choose a free name for the newest ControllerRevision.</summary>
    [Field(9)]
    public int? CollisionCount { get; init; }

    /// <summary>Latest observations about the stateful set, one entry per condition.</summary>
    [Field(10)]
    [List(ListMerge.Map, "type")]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<StatefulSetCondition>? Conditions { get; init; }

    /// <summary>How many pods of the stateful set have been ready for at least minReadySeconds.</summary>
    [Field(11, Always = true)]
    public int AvailableReplicas { get; init; }
}
