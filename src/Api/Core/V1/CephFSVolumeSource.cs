using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Mounts a Ceph filesystem for the lifetime of a pod, without ownership management or SELinux relabeling.</summary>
public sealed record CephFSVolumeSource
{
    /// <summary>Addresses of the Ceph monitors to contact. Required.</summary>
    [Field(1, Required = true, Always = true)]
    public IReadOnlyList<string>? Monitors { get; init; }

    /// <summary>Directory of the Ceph tree to mount as the root. Defaults to /.</summary>
    [Field(2)]
    public string? Path { get; init; }

    /// <summary>Rados account name to connect with. Defaults to admin.</summary>
    [Field(3)]
    public string? User { get; init; }

    /// <summary>Where the key ring of the Ceph user is stored. Defaults to /etc/ceph/user.secret.</summary>
    [Field(4)]
    public string? SecretFile { get; init; }

    /// <summary>Secret with which the Ceph user authenticates. Empty by default.</summary>
    [Field(5)]
    public LocalObjectReference? SecretRef { get; init; }

    /// <summary>Set to true to force every mount of the volume to be read-only. Defaults to false (read/write).</summary>
    [Field(6)]
    public bool ReadOnly { get; init; }
}
