using CloudletK8s.Api.Schemas;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Storage amounts a volume needs at least and may have at most.</summary>
public sealed record VolumeResourceRequirements
{
    /// <summary>Upper bound for each resource of the volume.</summary>
    [Field(1)]
    public IReadOnlyDictionary<string, Quantity>? Limits { get; init; }

    /// <summary>Minimum amount of each resource. Defaults to explicitly set limits, else to an implementation-defined value, and may not exceed the limits.</summary>
    [Field(2)]
    public IReadOnlyDictionary<string, Quantity>? Requests { get; init; }
}
