using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Exposes information about the pod as files in a volume, with ownership management and SELinux relabeling.</summary>
public sealed record DownwardAPIVolumeSource
{
    /// <summary>Files to create and the pod information each contains.</summary>
    [Field(1)]
    public IReadOnlyList<DownwardAPIVolumeFile>? Items { get; init; }

    /// <summary>Permission bits for created files, octal 0000 to 0777 or decimal 0 to 511 (JSON takes decimal only). Defaults to 0644.</summary>
    [Field(2)]
    [Default(420)]
    public int? DefaultMode { get; init; }
}
