using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Presents a Secret's data as files in a volume, named after the keys.</summary>
public sealed record SecretVolumeSource
{
    /// <summary>Secret to mount, taken from the pod's own namespace.</summary>
    [Field(1)]
    public string? SecretName { get; init; }

    /// <summary>Maps chosen keys to file paths and leaves out the rest. Without it, every key becomes a file of the same name.</summary>
    [Field(2)]
    public IReadOnlyList<KeyToPath>? Items { get; init; }

    /// <summary>Permission bits for created files, octal 0000 to 0777 or decimal 0 to 511. JSON takes only decimal, and the default is 0644.</summary>
    [Field(3)]
    [Default(420)]
    public int? DefaultMode { get; init; }

    /// <summary>Whether a missing Secret or missing keys are tolerated.</summary>
    [Field(4)]
    public bool? Optional { get; init; }
}
