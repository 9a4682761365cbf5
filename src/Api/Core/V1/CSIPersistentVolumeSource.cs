using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Backs a persistent volume with storage from an external CSI driver.</summary>
public sealed record CSIPersistentVolumeSource
{
    /// <summary>Which CSI driver serves the volume, by name. Required.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Driver { get; init; }

    /// <summary>Unique name that the CSI plugin returned from CreateVolume and expects in all later calls. Required.</summary>
    [Field(2, Required = true, Always = true)]
    public string? VolumeHandle { get; init; }

    /// <summary>Whether ControllerPublishVolumeRequest asks for a read-only volume. Defaults to false (read/write).</summary>
    [Field(3)]
    public bool ReadOnly { get; init; }

    /// <summary>Filesystem to mount, such as "ext4", "xfs" or "ntfs", supported by the host operating system.</summary>
    [Field(4)]
    public string? FsType { get; init; }

    /// <summary>Driver-specific key-value properties of the volume, handed over when it is published.</summary>
    [Field(5)]
    public IReadOnlyDictionary<string, string>? VolumeAttributes { get; init; }

    /// <summary>Secret passed to the CSI driver for ControllerPublishVolume and ControllerUnpublishVolume calls. Optional if the driver needs none.</summary>
    [Field(6)]
    public SecretReference? ControllerPublishSecretRef { get; init; }

    /// <summary>Secret passed to the CSI driver for NodeStageVolume and NodeUnstageVolume calls. Optional if the driver needs none.</summary>
    [Field(7)]
    public SecretReference? NodeStageSecretRef { get; init; }

    /// <summary>Secret passed to the CSI driver for NodePublishVolume and NodeUnpublishVolume calls. Optional if the driver needs none.</summary>
    [Field(8)]
    public SecretReference? NodePublishSecretRef { get; init; }

    /// <summary>Secret passed to the CSI driver for ControllerExpandVolume calls. Optional if the driver needs none.</summary>
    [Field(9)]
    public SecretReference? ControllerExpandSecretRef { get; init; }

    /// <summary>Secret passed to the CSI driver for NodeExpandVolume calls. Optional if the driver needs none.</summary>
    [Field(10)]
    public SecretReference? NodeExpandSecretRef { get; init; }
}
