using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Storage.V1;

/// <summary>Describes one CSI driver as installed on a particular node.</summary>
public sealed record CSINodeDriver
{
    /// <summary>Which CSI driver this entry is about; must equal the name its GetPluginName() call returns.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Identifier by which the storage system knows the node, which may differ from the Kubernetes node name.</summary>
    [Field(2, Required = true, Always = true)]
    public string? NodeID { get; init; }

    /// <summary>Node label keys, such as company.com/zone, with which the driver describes where its volumes are accessible.</summary>
    [Field(3, Always = true)]
    public IReadOnlyList<string>? TopologyKeys { get; init; }

    /// <summary>Volume limits of this driver on the node, which the scheduler respects when placing pods. Beta.</summary>
    [Field(4)]
    public VolumeNodeResources? Allocatable { get; init; }
}
