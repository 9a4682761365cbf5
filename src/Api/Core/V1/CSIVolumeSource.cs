using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Mounts a volume in a pod through an external CSI driver.</summary>
public sealed record CSIVolumeSource
{
    /// <summary>Which CSI driver handles the volume, by the name it is registered under in the cluster.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Driver { get; init; }

    /// <summary>Set to true for a read-only volume. Defaults to false (read/write).</summary>
    [Field(2)]
    public bool? ReadOnly { get; init; }

    /// <summary>Filesystem to mount, such as "ext4", "xfs" or "ntfs". If unset, the CSI driver picks its default.</summary>
    [Field(3, Pointer = true)]
    public string? FsType { get; init; }

    /// <summary>Driver-specific key-value properties; the driver's documentation lists what it supports.</summary>
    [Field(4)]
    public IReadOnlyDictionary<string, string>? VolumeAttributes { get; init; }

    /// <summary>Secret passed to the CSI driver for NodePublishVolume and NodeUnpublishVolume calls. Optional if the driver needs none.</summary>
    [Field(5)]
    public LocalObjectReference? NodePublishSecretRef { get; init; }
}
