using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Reports the observed state of a Deployment.</summary>
public sealed record DeploymentStatus
{
    /// <summary>Latest generation that the deployment controller has acted on.</summary>
    [Field(1)]
    public long ObservedGeneration { get; init; }

    /// <summary>How many non-terminated pods match the deployment's selector in total.</summary>
    [Field(2)]
    public int Replicas { get; init; }

    /// <summary>How many non-terminated pods already follow the current pod template.</summary>
    [Field(3)]
    public int UpdatedReplicas { get; init; }

    /// <summary>How many pods of the Deployment currently have a Ready condition.</summary>
    [Field(7)]
    public int ReadyReplicas { get; init; }

    /// <summary>How many of the deployment's pods have been ready for at least minReadySeconds.</summary>
    [Field(4)]
    public int AvailableReplicas { get; init; }

    /// <summary>How many pods are still missing for 100% available capacity, whether they are running but unavailable or not yet created.</summary>
    [Field(5)]
    public int UnavailableReplicas { get; init; }

    /// <summary>Latest observations about the deployment, one entry per condition.</summary>
    [Field(6)]
    [List(ListMerge.Map, "type")]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<DeploymentCondition>? Conditions { get; init; }

    /// <summary>Number of hash collisions so far, which the controller takes into account when naming the newest ReplicaSet.</summary>
    [Field(8)]
    public int? CollisionCount { get; init; }
}
