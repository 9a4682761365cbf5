using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Storage attached directly to a node, used together with node affinity.</summary>
public sealed record LocalVolumeSource
{
    /// <summary>Full location of the volume on the node, either a directory or a block device such as a disk or partition.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Path { get; init; }

    /// <summary>Filesystem to mount, such as "ext4", "xfs" or "ntfs", used only when path is a block device. Chosen automatically if left out.</summary>
    [Field(2, Pointer = true)]
    public string? FsType { get; init; }
}
