using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Mounts a Rados Block Device for as long as the pod lives. Ownership management and SELinux relabeling are supported.</summary>
public sealed record RBDVolumeSource
{
    /// <summary>Addresses of the Ceph monitors to contact.</summary>
    [Field(1, Required = true, Always = true)]
    public IReadOnlyList<string>? Monitors { get; init; }

    /// <summary>Name of the rados image to mount.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Image { get; init; }

    /// <summary>Filesystem to mount the device with, for example "ext4", "xfs" or "ntfs"; the host must support it. "ext4" is assumed when left out.</summary>
    [Field(3)]
    public string? FsType { get; init; }

    /// <summary>Rados pool in which the image is stored. Default is rbd.</summary>
    [Field(4)]
    [Default("rbd")]
    public string? Pool { get; init; }

    /// <summary>Name with which to log in to rados. Default is admin.</summary>
    [Field(5)]
    [Default("admin")]
    public string? User { get; init; }

    /// <summary>File with the key ring of the rados user. Default is /etc/ceph/keyring.</summary>
    [Field(6)]
    [Default("/etc/ceph/keyring")]
    public string? Keyring { get; init; }

    /// <summary>Secret that authenticates the rados user and takes precedence over keyring. Default is nil.</summary>
    [Field(7)]
    public LocalObjectReference? SecretRef { get; init; }

    /// <summary>Set to true to make every mount of the device read-only. Defaults to false.</summary>
    [Field(8)]
    public bool ReadOnly { get; init; }
}
