using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Presents the entries of a ConfigMap as files in a volume.</summary>
public sealed record ConfigMapVolumeSource
{
    /// <summary>Which ConfigMap to mount. May technically be empty for backwards compatibility, but that is almost certainly a mistake.</summary>
    [Field(1, In = [1])]
    public string? Name { get; init; }

    /// <summary>Keys to write and the paths they go to. If unset, every key becomes a file of the same name.</summary>
    [Field(2)]
    public IReadOnlyList<KeyToPath>? Items { get; init; }

    /// <summary>Permission bits for created files, octal 0000 to 0777 or decimal 0 to 511 (JSON takes decimal only). Defaults to 0644.</summary>
    [Field(3)]
    [Default(420)]
    public int? DefaultMode { get; init; }

    /// <summary>Set to true to tolerate a missing ConfigMap or missing keys in it.</summary>
    [Field(4)]
    public bool? Optional { get; init; }
}
