using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Mounts a Fibre Channel volume, read/write only once, with ownership management and SELinux relabeling.</summary>
public sealed record FCVolumeSource
{
    /// <summary>Optional worldwide names (WWNs) of the Fibre Channel targets.</summary>
    [Field(1)]
    public IReadOnlyList<string>? TargetWWNs { get; init; }

    /// <summary>Optional number of the logical unit on the Fibre Channel target.</summary>
    [Field(2)]
    public int? Lun { get; init; }

    /// <summary>Filesystem to mount, such as "ext4", "xfs" or "ntfs", supported by the host operating system. Taken as "ext4" if unset.</summary>
    [Field(3)]
    public string? FsType { get; init; }

    /// <summary>Set to true to force every mount of the volume to be read-only. Defaults to false (read/write).</summary>
    [Field(4)]
    public bool ReadOnly { get; init; }

    /// <summary>World wide identifiers of the volume. Set either these or targetWWNs together with lun, but not both.</summary>
    [Field(5)]
    public IReadOnlyList<string>? Wwids { get; init; }
}
