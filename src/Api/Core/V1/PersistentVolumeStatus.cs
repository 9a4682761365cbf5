using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>What the system reports about the present state of a volume.</summary>
public sealed record PersistentVolumeStatus
{
    /// <summary>Tells whether the volume is available, bound to a claim, or released by one.</summary>
    [Field(1)]
    [Enum("Pending", "Available", "Bound", "Released", "Failed")]
    [Default("Pending")]
    public string? Phase { get; init; }

    /// <summary>Explanation, written for people, of why the volume is in its present state.</summary>
    [Field(2)]
    public string? Message { get; init; }

    /// <summary>Short CamelCase word for a failure, meant for programs and for compact CLI output.</summary>
    [Field(3)]
    public string? Reason { get; init; }

    /// <summary>When the volume last entered a new phase; reset to the current time on each change.</summary>
    [Field(4)]
    public DateTimeOffset? LastPhaseTransitionTime { get; init; }
}
