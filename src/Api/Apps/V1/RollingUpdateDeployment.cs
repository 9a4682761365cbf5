using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Tunes the pace of a rolling update of a Deployment.</summary>
public sealed record RollingUpdateDeployment
{
    /// <summary>How many pods may be down during the update, as a number or a percentage rounded down. Defaults to 25% and cannot be 0 if maxSurge is 0.</summary>
    [Field(1)]
    public IntOrString? MaxUnavailable { get; init; }

    /// <summary>How many pods may exist above the desired count during the update, as a number or percentage. Defaults to 25% and cannot be 0 if maxUnavailable is 0.</summary>
    [Field(2)]
    public IntOrString? MaxSurge { get; init; }
}
