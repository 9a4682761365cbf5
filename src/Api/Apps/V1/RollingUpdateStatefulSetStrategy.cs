using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Apps.V1;

/// <summary>Tunes the rolling update of a StatefulSet.</summary>
public sealed record RollingUpdateStatefulSetStrategy
{
    /// <summary>Ordinal that splits the set for updates. Pods at this ordinal and above are updated, those below it stay untouched.</summary>
    [Field(1)]
    public int? Partition { get; init; }

    /// <summary>How many pods may be down during the update, as a number or a percentage rounded up. Cannot be 0 and defaults to 1.</summary>
    [Field(2)]
    public IntOrString? MaxUnavailable { get; init; }
}
