using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Observed state of one container in a pod.</summary>
public sealed record ContainerStatus
{
    /// <summary>Tells which container of the pod is described, as a DNS_LABEL unique across all container types.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>What the container is doing now: waiting, running or terminated.</summary>
    [Field(2, Always = true)]
    public ContainerState? State { get; init; }

    /// <summary>How the container last ended, to help explain crashes and restarts. Empty if it still runs and restartCount is 0.</summary>
    [Field(3, Always = true)]
    public ContainerState? LastState { get; init; }

    /// <summary>Whether the container passes its readiness check now. Without a readiness probe, true once the container has fully started.</summary>
    [Field(4, Required = true, Always = true)]
    public bool Ready { get; init; }

    /// <summary>How often the container has been restarted. Never negative, but may fall back to 0 when a node restart loses state.</summary>
    [Field(5, Required = true, Always = true)]
    public int RestartCount { get; init; }

    /// <summary>Container image actually running, which may differ from the one in PodSpec after the runtime has resolved it.</summary>
    [Field(6, Required = true, Always = true)]
    public string? Image { get; init; }

    /// <summary>Identifier of the running image, which may differ from that in PodSpec after the runtime has resolved it.</summary>
    [Field(7, Required = true, Always = true)]
    public string? ImageID { get; init; }

    /// <summary>Identifies the container in the form type://container_id, where the type names the runtime, such as "containerd".</summary>
    [Field(8)]
    public string? ContainerID { get; init; }

    /// <summary>Whether the postStart hook has finished and the startup probe has passed. Returns to false when the container restarts.</summary>
    [Field(9)]
    public bool? Started { get; init; }

    /// <summary>Resources the node has set aside for the container, taken from its requests at pod admission and after each admitted resize.</summary>
    [Field(10)]
    public IReadOnlyDictionary<string, Quantity>? AllocatedResources { get; init; }

    /// <summary>Requests and limits actually in force on the running container since its start or latest resize.</summary>
    [Field(11)]
    public ResourceRequirements? Resources { get; init; }

    /// <summary>Observed state of each volume mounted in the container.</summary>
    [Field(12)]
    [List(ListMerge.Map, "mountPath")]
    [Patch(Merge = true, MergeKey = "mountPath")]
    public IReadOnlyList<VolumeMountStatus>? VolumeMounts { get; init; }

    /// <summary>Identity under which the container's first process was started.</summary>
    [Field(13)]
    public ContainerUser? User { get; init; }

    /// <summary>Condition of the individual resources that were allocated to the pod.</summary>
    [Field(14)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name")]
    public IReadOnlyList<ResourceStatus>? AllocatedResourcesStatus { get; init; }
}
