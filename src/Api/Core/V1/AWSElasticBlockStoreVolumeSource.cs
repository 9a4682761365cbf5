using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Mounts an existing AWS EBS disk, which must be in the same AWS zone as the kubelet.</summary>
public sealed record AWSElasticBlockStoreVolumeSource
{
    /// <summary>Unique ID of the Amazon EBS volume to mount.</summary>
    [Field(1, Required = true, Always = true)]
    public string? VolumeID { get; init; }

    /// <summary>Filesystem to mount, such as "ext4", "xfs" or "ntfs", supported by the host operating system. Taken as "ext4" if unset.</summary>
    [Field(2)]
    public string? FsType { get; init; }

    /// <summary>Number of the partition to mount, "1" for /dev/sda1. Use "0" or leave it out for the whole of /dev/sda.</summary>
    [Field(3)]
    public int Partition { get; init; }

    /// <summary>Set to true to force every mount of the volume to be read-only.</summary>
    [Field(4)]
    public bool ReadOnly { get; init; }
}
