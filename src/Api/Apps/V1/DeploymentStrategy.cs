using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Selects how a Deployment swaps existing pods for new ones.</summary>
public sealed record DeploymentStrategy
{
    /// <summary>Chooses between "Recreate" and "RollingUpdate" for replacing pods. Default is RollingUpdate.</summary>
    [Field(1)]
    [Enum("Recreate", "RollingUpdate")]
    [Default("RollingUpdate")]
    public string? Type { get; init; }

    /// <summary>Tuning for rolling updates, to be set only when the strategy type is RollingUpdate.</summary>
    [Field(2)]
    public RollingUpdateDeployment? RollingUpdate { get; init; }
}
