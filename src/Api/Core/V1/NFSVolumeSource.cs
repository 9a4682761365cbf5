using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>NFS mount kept for the lifetime of a pod. Neither ownership management nor SELinux relabeling is supported.</summary>
public sealed record NFSVolumeSource
{
    /// <summary>Host name or IP address at which the NFS server is reached.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Server { get; init; }

    /// <summary>Directory exported by the NFS server that should be mounted.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Path { get; init; }

    /// <summary>Set to true to mount the export without write permission. Defaults to false.</summary>
    [Field(3)]
    public bool ReadOnly { get; init; }
}
