using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Mounts a volume that an exec based plugin provisions and attaches.</summary>
public sealed record FlexVolumeSource
{
    /// <summary>Which FlexVolume plugin serves the volume, by name.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Driver { get; init; }

    /// <summary>Filesystem to mount, such as "ext4", "xfs" or "ntfs", supported by the host operating system. The FlexVolume script decides the default.</summary>
    [Field(2)]
    public string? FsType { get; init; }

    /// <summary>Secret whose entries are all passed to the plugin scripts. May be empty if none is needed.</summary>
    [Field(3)]
    public LocalObjectReference? SecretRef { get; init; }

    /// <summary>Set to true to force every mount of the volume to be read-only. Defaults to false (read/write).</summary>
    [Field(4)]
    public bool ReadOnly { get; init; }

    /// <summary>Extra command options for the plugin, if it takes any.</summary>
    [Field(5)]
    public IReadOnlyDictionary<string, string>? Options { get; init; }
}
