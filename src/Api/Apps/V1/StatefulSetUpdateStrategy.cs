using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Selects how a StatefulSet performs updates, including the parameters of that method.</summary>
public sealed record StatefulSetUpdateStrategy
{
    /// <summary>Chooses the update method of the stateful set. Default is RollingUpdate.</summary>
    [Field(1)]
    [Enum("RollingUpdate", "OnDelete")]
    public string? Type { get; init; }

    /// <summary>Parameters for rolling updates, used when type is RollingUpdate.</summary>
    [Field(2)]
    public RollingUpdateStatefulSetStrategy? RollingUpdate { get; init; }
}
