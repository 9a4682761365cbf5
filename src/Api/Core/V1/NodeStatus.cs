using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1;

/// <summary>What the system reports about the present state of a node.</summary>
public sealed record NodeStatus
{
    /// <summary>Total resources that the node has.</summary>
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? Capacity { get; init; }

    /// <summary>Share of the node's resources that pods can be scheduled on. Defaults to capacity.</summary>
    [Field(2)]
    public IReadOnlyDictionary<string, Quantity>? Allocatable { get; init; }

    /// <summary>Deprecated lifecycle stage of the node, which is never filled in.</summary>
    [Field(3)]
    [Enum("Pending", "Running", "Terminated")]
    public string? Phase { get; init; }

    /// <summary>Currently observed conditions of the node, such as readiness or memory pressure.</summary>
    [Field(4)]
    [List(ListMerge.Map, "type")]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<NodeCondition>? Conditions { get; init; }

    /// <summary>Ways to reach the node, taken from the cloud provider where there is one.</summary>
    [Field(5)]
    [List(ListMerge.Map, "type")]
    [Patch(Merge = true, MergeKey = "type")]
    public IReadOnlyList<NodeAddress>? Addresses { get; init; }

    /// <summary>Where the daemons that run on the node can be reached.</summary>
    [Field(6, Always = true)]
    public NodeDaemonEndpoints? DaemonEndpoints { get; init; }

    /// <summary>Identifiers and software versions that characterize the node.</summary>
    [Field(7, Always = true)]
    public NodeSystemInfo? NodeInfo { get; init; }

    /// <summary>Container images that are present on the node.</summary>
    [Field(8)]
    public IReadOnlyList<ContainerImage>? Images { get; init; }

    /// <summary>Attachable volumes that the node has mounted at the moment.</summary>
    [Field(9)]
    public IReadOnlyList<string>? VolumesInUse { get; init; }

    /// <summary>Volumes that are currently attached to the node.</summary>
    [Field(10)]
    public IReadOnlyList<AttachedVolume>? VolumesAttached { get; init; }

    /// <summary>State of the configuration assigned through the dynamic kubelet config feature.</summary>
    [Field(11)]
    public NodeConfigStatus? Config { get; init; }

    /// <summary>Container runtime handlers that pods on this node can use.</summary>
    [Field(12)]
    public IReadOnlyList<NodeRuntimeHandler>? RuntimeHandlers { get; init; }

    /// <summary>Abilities of the CRI implementation that the node runs.</summary>
    [Field(13)]
    public NodeFeatures? Features { get; init; }
}
