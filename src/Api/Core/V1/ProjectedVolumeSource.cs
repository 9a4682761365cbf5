using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Brings several sources together in a single volume directory.</summary>
public sealed record ProjectedVolumeSource
{
    /// <summary>What to project into the volume; each entry handles one source.</summary>
    [Field(1, Always = true)]
    public IReadOnlyList<VolumeProjection>? Sources { get; init; }

    /// <summary>Permission bits for created files unless set individually, octal 0000 to 0777 or decimal 0 to 511. JSON takes decimal only; directories are unaffected.</summary>
    [Field(2)]
    [Default(420)]
    public int? DefaultMode { get; init; }
}
