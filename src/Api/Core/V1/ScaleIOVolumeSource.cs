using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Mounts a volume from a ScaleIO storage system into a pod.</summary>
public sealed record ScaleIOVolumeSource
{
    /// <summary>Address of the host that serves the ScaleIO API Gateway.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Gateway { get; init; }

    /// <summary>Name under which ScaleIO has the storage system configured.</summary>
    [Field(2, Required = true, Always = true)]
    public string? System { get; init; }

    /// <summary>Secret with the ScaleIO user and other sensitive data. Login fails without it.</summary>
    [Field(3, Required = true, Always = true, Pointer = true)]
    public LocalObjectReference? SecretRef { get; init; }

    /// <summary>Turns SSL on for traffic with the gateway. Defaults to false.</summary>
    [Field(4)]
    public bool SslEnabled { get; init; }

    /// <summary>ScaleIO Protection Domain in which the storage is configured.</summary>
    [Field(5)]
    public string? ProtectionDomain { get; init; }

    /// <summary>ScaleIO Storage Pool, within the protection domain, that holds the volume.</summary>
    [Field(6)]
    public string? StoragePool { get; init; }

    /// <summary>How space is provisioned for the volume, ThickProvisioned or ThinProvisioned. Defaults to ThinProvisioned.</summary>
    [Field(7)]
    [Default("ThinProvisioned")]
    public string? StorageMode { get; init; }

    /// <summary>Existing volume in the ScaleIO system that this source refers to.</summary>
    [Field(8)]
    public string? VolumeName { get; init; }

    /// <summary>Filesystem to mount, for example "ext4", "xfs" or "ntfs", which the host must support. Defaults to "xfs".</summary>
    [Field(9)]
    [Default("xfs")]
    public string? FsType { get; init; }

    /// <summary>Set to true to force read-only volume mounts. Defaults to false, which allows reading and writing.</summary>
    [Field(10)]
    public bool ReadOnly { get; init; }
}
