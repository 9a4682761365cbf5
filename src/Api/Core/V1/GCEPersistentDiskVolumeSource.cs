using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Mounts an existing Google Compute Engine persistent disk, which has to live in the same project and zone as the node's kubelet.</summary>
public sealed record GCEPersistentDiskVolumeSource
{
    /// <summary>Unique Compute Engine name by which the persistent disk to mount is found.</summary>
    [Field(1, Required = true, Always = true)]
    public string? PdName { get; init; }

    /// <summary>Filesystem to mount the disk with, for example "ext4", "xfs" or "ntfs"; the host must support it. "ext4" is assumed when left out.</summary>
    [Field(2)]
    public string? FsType { get; init; }

    /// <summary>Number of the disk partition to mount, such as 1 for /dev/sda1. Leave it out or use 0 to mount the disk as a whole.</summary>
    [Field(3)]
    public int Partition { get; init; }

    /// <summary>Set to true to make every mount of the disk read-only. Defaults to false.</summary>
    [Field(4)]
    public bool ReadOnly { get; init; }
}
