using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Mounts a persistent disk that Photon Controller manages.</summary>
public sealed record PhotonPersistentDiskVolumeSource
{
    /// <summary>Identifier of the disk in Photon Controller.</summary>
    [Field(1, Required = true, Always = true)]
    public string? PdID { get; init; }

    /// <summary>Filesystem to mount, for example "ext4", "xfs" or "ntfs"; the host must support it. "ext4" is assumed when left out.</summary>
    [Field(2)]
    public string? FsType { get; init; }
}
