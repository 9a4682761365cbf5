using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Exposes a file or directory of the node to the pod. Neither ownership management nor SELinux relabeling is supported.</summary>
public sealed record HostPathVolumeSource
{
    /// <summary>Location on the host to expose. A symlink is followed to its real target.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Path { get; init; }

    /// <summary>Kind of object expected at the host path. Defaults to "".</summary>
    [Field(2, Pointer = true)]
    [Enum("DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice", "BlockDevice")]
    [Default("")]
    public string? Type { get; init; }
}
