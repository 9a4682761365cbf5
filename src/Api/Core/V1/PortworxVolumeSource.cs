using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Mounts a volume that is managed by Portworx.</summary>
public sealed record PortworxVolumeSource
{
    /// <summary>Unique identifier by which Portworx knows the volume.</summary>
    [Field(1, Required = true, Always = true)]
    public string? VolumeID { get; init; }

    /// <summary>Filesystem to mount, for example "ext4" or "xfs"; the host must support it. "ext4" is assumed when left out.</summary>
    [Field(2)]
    public string? FsType { get; init; }

    /// <summary>Set to true to make every mount of the volume read-only. Defaults to false (read/write).</summary>
    [Field(3)]
    public bool ReadOnly { get; init; }
}
