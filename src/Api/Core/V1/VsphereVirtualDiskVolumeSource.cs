using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Mounts a virtual disk stored in vSphere.</summary>
public sealed record VsphereVirtualDiskVolumeSource
{
    /// <summary>Location of the volume's vmdk file in vSphere.</summary>
    [Field(1, Required = true, Always = true)]
    public string? VolumePath { get; init; }

    /// <summary>Filesystem to mount, for example "ext4", "xfs" or "ntfs", which the host must support. Taken to be "ext4" when unset.</summary>
    [Field(2)]
    public string? FsType { get; init; }

    /// <summary>Which Storage Policy Based Management (SPBM) profile applies, by name.</summary>
    [Field(3)]
    public string? StoragePolicyName { get; init; }

    /// <summary>Storage Policy Based Management (SPBM) profile ID that goes with storagePolicyName.</summary>
    [Field(4)]
    public string? StoragePolicyID { get; init; }
}
