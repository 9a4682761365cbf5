using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Lets a pod accept taints that match a key, value and effect by way of an operator.</summary>
public sealed record Toleration
{
    /// <summary>Taint key to tolerate. Empty matches all keys and values, and then requires the operator Exists.</summary>
    [Field(1)]
    public string? Key { get; init; }

    /// <summary>How the taint's value is compared, Exists or Equal. Defaults to Equal, while Exists accepts any value.</summary>
    [Field(2)]
    [Enum("Exists", "Equal")]
    public string? Operator { get; init; }

    /// <summary>Taint value to match. Keep it empty with the operator Exists.</summary>
    [Field(3)]
    public string? Value { get; init; }

    /// <summary>Taint effect to tolerate: NoSchedule, PreferNoSchedule or NoExecute. Leave empty to match every effect.</summary>
    [Field(4)]
    [Enum("NoSchedule", "PreferNoSchedule", "NoExecute")]
    public string? Effect { get; init; }

    /// <summary>Seconds until eviction under a NoExecute taint, ignored for other effects. Unset means forever; zero and negative values evict immediately.</summary>
    [Field(5)]
    public long? TolerationSeconds { get; init; }
}
