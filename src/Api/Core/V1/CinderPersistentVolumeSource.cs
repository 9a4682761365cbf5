using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Backs a persistent volume with an existing OpenStack Cinder volume in the kubelet's region.</summary>
public sealed record CinderPersistentVolumeSource
{
    /// <summary>Identifies the volume within Cinder, by its ID.</summary>
    [Field(1, Required = true, Always = true)]
    public string? VolumeID { get; init; }

    /// <summary>Filesystem to mount, such as "ext4", "xfs" or "ntfs", supported by the host operating system. Taken as "ext4" if unset.</summary>
    [Field(2)]
    public string? FsType { get; init; }

    /// <summary>Set to true to force every mount of the volume to be read-only. Defaults to false (read/write).</summary>
    [Field(3)]
    public bool ReadOnly { get; init; }

    /// <summary>Optional Secret with the parameters for connecting to OpenStack.</summary>
    [Field(4)]
    public SecretReference? SecretRef { get; init; }
}
