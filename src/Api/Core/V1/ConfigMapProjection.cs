using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Writes the entries of a ConfigMap as files into a projected volume.</summary>
public sealed record ConfigMapProjection
{
    /// <summary>Which ConfigMap to project. May technically be empty for backwards compatibility, but that is almost certainly a mistake.</summary>
    [Field(1, In = [1])]
    public string? Name { get; init; }

    /// <summary>Keys to write and the paths they go to. If unset, every key becomes a file of the same name.</summary>
    [Field(2)]
    public IReadOnlyList<KeyToPath>? Items { get; init; }

    /// <summary>Set to true to tolerate a missing ConfigMap or missing keys in it.</summary>
    [Field(4)]
    public bool? Optional { get; init; }
}
