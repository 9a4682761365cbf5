using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Mounts an iSCSI disk, which can be mounted read/write only once. Ownership management and SELinux relabeling are supported.</summary>
public sealed record ISCSIVolumeSource
{
    /// <summary>Portal of the iSCSI target, as an IP, or ip_addr:port when the port is not a default one (typically TCP 860 and 3260).</summary>
    [Field(1, Required = true, Always = true)]
    public string? TargetPortal { get; init; }

    /// <summary>Qualified name (IQN) of the iSCSI target to connect to.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Iqn { get; init; }

    /// <summary>Logical unit number of the disk on the iSCSI target.</summary>
    [Field(3, Required = true, Always = true)]
    public int Lun { get; init; }

    /// <summary>Name of the interface that carries the iSCSI traffic. Defaults to 'default' (tcp).</summary>
    [Field(4)]
    [Default("default")]
    public string? IscsiInterface { get; init; }

    /// <summary>Filesystem to mount the volume with, for example "ext4", "xfs" or "ntfs"; the host must support it. "ext4" is assumed when left out.</summary>
    [Field(5)]
    public string? FsType { get; init; }

    /// <summary>Set to true to make every mount of the disk read-only. Defaults to false.</summary>
    [Field(6)]
    public bool ReadOnly { get; init; }

    /// <summary>Further target portals, each an IP, or ip_addr:port when the port is not a default one (typically TCP 860 and 3260).</summary>
    [Field(7)]
    public IReadOnlyList<string>? Portals { get; init; }

    /// <summary>Turns on CHAP authentication during iSCSI discovery.</summary>
    [Field(8)]
    public bool ChapAuthDiscovery { get; init; }

    /// <summary>Turns on CHAP authentication for the iSCSI session.</summary>
    [Field(11)]
    public bool ChapAuthSession { get; init; }

    /// <summary>Points to the Secret with the CHAP credentials for target and initiator authentication.</summary>
    [Field(10)]
    public LocalObjectReference? SecretRef { get; init; }

    /// <summary>Custom name of the iSCSI initiator. Together with iscsiInterface it causes a new interface, named after target portal and volume, to be created for the connection.</summary>
    [Field(12, Pointer = true)]
    public string? InitiatorName { get; init; }
}
