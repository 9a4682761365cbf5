using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Points to a single key of a ConfigMap.</summary>
[Atomic]
public sealed record ConfigMapKeySelector
{
    /// <summary>Which ConfigMap to read. May technically be empty for backwards compatibility, but that is almost certainly a mistake.</summary>
    [Field(1, In = [1])]
    public string? Name { get; init; }

    /// <summary>Entry of the ConfigMap whose value is used.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Key { get; init; }

    /// <summary>Set to true to tolerate a missing ConfigMap or a missing key in it.</summary>
    [Field(3)]
    public bool? Optional { get; init; }
}
