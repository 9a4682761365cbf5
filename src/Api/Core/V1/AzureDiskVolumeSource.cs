using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Mounts an Azure data disk on the host and makes it available in the pod.</summary>
public sealed record AzureDiskVolumeSource
{
    /// <summary>Which data disk to use, by its name in blob storage.</summary>
    [Field(1, Required = true, Always = true)]
    public string? DiskName { get; init; }

    /// <summary>Where the data disk lies in blob storage, as a URI.</summary>
    [Field(2, Required = true, Always = true)]
    public string? DiskURI { get; init; }

    /// <summary>How the host caches the disk: None, Read Only or Read Write.</summary>
    [Field(3, Pointer = true)]
    [Enum("None", "ReadOnly", "ReadWrite")]
    [Default("ReadWrite")]
    public string? CachingMode { get; init; }

    /// <summary>Filesystem to mount, such as "ext4", "xfs" or "ntfs", supported by the host operating system. Taken as "ext4" if unset.</summary>
    [Field(4, Pointer = true)]
    [Default("ext4")]
    public string? FsType { get; init; }

    /// <summary>Set to true to force every mount of the disk to be read-only. Defaults to false (read/write).</summary>
    [Field(5)]
    [Default(false)]
    public bool? ReadOnly { get; init; }

    /// <summary>How the disk is stored: Shared (several per storage account), Dedicated (one per account) or Managed (Azure managed disk). Defaults to Shared.</summary>
    [Field(6, Pointer = true)]
    [Enum("Shared", "Dedicated", "Managed")]
    [Default("Shared")]
    public string? Kind { get; init; }
}
