using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>What the system reports about a pod. It may lag behind, especially if the node cannot contact the control plane.</summary>
public sealed record PodStatus
{
    /// <summary>Coarse stage of the pod's life: Pending, Running, Succeeded, Failed or Unknown. Conditions, reason, message and container statuses give the details.</summary>
    [Field(1)]
    [Enum("Pending", "Running", "Succeeded", "Failed", "Unknown")]
    public string? Phase { get; init; }

    /// <summary>Observed conditions of the pod, such as whether it is scheduled or ready.</summary>
    [Field(2)]
    [List(ListMerge.Map, "type")]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<PodCondition>? Conditions { get; init; }

    /// <summary>Explanation, written for people, of why the pod is in its present condition.</summary>
    [Field(3)]
    public string? Message { get; init; }

    /// <summary>Short CamelCase word for why the pod is in this state, e.g. 'Evicted'.</summary>
    [Field(4)]
    public string? Reason { get; init; }

    /// <summary>Node where this pod preempted others and waits for them to terminate. It is no guarantee that the pod ends up there.</summary>
    [Field(11)]
    public string? NominatedNodeName { get; init; }

    /// <summary>Address of the node that the pod is assigned to. Empty before the pod starts, and not updated while the kubelet has a problem.</summary>
    [Field(5)]
    public string? HostIP { get; init; }

    /// <summary>Addresses of the node, the first equal to hostIP. Empty before the pod starts, and not updated while the kubelet has a problem.</summary>
    [Field(16)]
    [Patch(Merge = true, MergeKey = "ip")]
    public IReadOnlyList<HostIP>? HostIPs { get; init; }

    /// <summary>Address given to the pod, routable at least within the cluster. Empty until allocated.</summary>
    [Field(6)]
    public string? PodIP { get; init; }

    /// <summary>Addresses given to the pod, at most one each for IPv4 and IPv6, the first equal to podIP. Empty until allocated.</summary>
    [Field(12)]
    [List(ListMerge.Map, "ip")]
    [Patch(Merge = true, MergeKey = "ip")]
    public IReadOnlyList<PodIP>? PodIPs { get; init; }

    /// <summary>When the kubelet acknowledged the pod, before it pulled any image, as RFC 3339 date and time.</summary>
    [Field(7)]
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>State of each init container. The latest successful non-restartable one has ready = true; the most recently started one has startTime set.</summary>
    [Field(10)]
    public IReadOnlyList<ContainerStatus>? InitContainerStatuses { get; init; }

    /// <summary>State of each main container, with at most one entry for each. That is not enforced, so entries for unknown containers may occur.</summary>
    [Field(8)]
    public IReadOnlyList<ContainerStatus>? ContainerStatuses { get; init; }

    /// <summary>Quality of service class, derived from the pod's resource requirements: Guaranteed, Burstable or BestEffort.</summary>
    [Field(9)]
    [Enum("Guaranteed", "Burstable", "BestEffort")]
    public string? QosClass { get; init; }

    /// <summary>State of each ephemeral container that has run in the pod, with at most one entry for each. That is not enforced.</summary>
    [Field(13)]
    public IReadOnlyList<ContainerStatus>? EphemeralContainerStatuses { get; init; }

    /// <summary>Progress of a wanted change of container resources; empty when none is pending. Any such change sets it to "Proposed".</summary>
    [Field(14)]
    public string? Resize { get; init; }

    /// <summary>State of the resource claims that the pod uses.</summary>
    [Field(15)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name", RetainKeys = true)]
    public IReadOnlyList<PodResourceClaimStatus>? ResourceClaimStatuses { get; init; }
}
