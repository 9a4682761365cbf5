using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Tunes the pace of a rolling update of a daemon set.</summary>
public sealed record RollingUpdateDaemonSet
{
    /// <summary>How many daemon pods may be down during the update, as a number such as 5 or a percentage of all pods such as 10%.</summary>
    [Field(1)]
    public IntOrString? MaxUnavailable { get; init; }

    /// <summary>How many nodes may run an updated pod beside the old available one during an update, as a number or percentage. Cannot be 0 if maxUnavailable is 0.</summary>
    [Field(2)]
    public IntOrString? MaxSurge { get; init; }
}
