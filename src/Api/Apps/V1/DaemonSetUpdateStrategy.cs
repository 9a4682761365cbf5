using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Selects how the pods of a DaemonSet are updated.</summary>
public sealed record DaemonSetUpdateStrategy
{
    /// <summary>Chooses between "RollingUpdate" and "OnDelete" for daemon set updates. Default is RollingUpdate.</summary>
    [Field(1)]
    [Enum("RollingUpdate", "OnDelete")]
    [Default("RollingUpdate")]
    public string? Type { get; init; }

    /// <summary>Tuning for rolling updates, to be set only when type is "RollingUpdate".</summary>
    [Field(2)]
    public RollingUpdateDaemonSet? RollingUpdate { get; init; }
}
