using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Mounts a persistent StorageOS volume into a pod.</summary>
public sealed record StorageOSVolumeSource
{
    /// <summary>Readable name of the StorageOS volume, unique only within its namespace.</summary>
    [Field(1)]
    public string? VolumeName { get; init; }

    /// <summary>StorageOS namespace the volume belongs to. Defaults to the pod's namespace, so that Kubernetes name scoping is mirrored in StorageOS.</summary>
    [Field(2)]
    public string? VolumeNamespace { get; init; }

    /// <summary>Filesystem to mount, for example "ext4", "xfs" or "ntfs", which the host must support. Taken to be "ext4" when unset.</summary>
    [Field(3)]
    public string? FsType { get; init; }

    /// <summary>Set to true to force read-only volume mounts. Defaults to false, which allows reading and writing.</summary>
    [Field(4)]
    public bool ReadOnly { get; init; }

    /// <summary>Secret holding the StorageOS API credentials. Default values are tried when unset.</summary>
    [Field(5)]
    public LocalObjectReference? SecretRef { get; init; }
}
