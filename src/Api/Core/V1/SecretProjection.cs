using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Places a Secret's data as files into a projected volume, named after the keys.</summary>
public sealed record SecretProjection
{
    /// <summary>Which Secret to project. An empty value is accepted for backward compatibility only and is almost certainly a mistake.</summary>
    [Field(1, In = [1])]
    public string? Name { get; init; }

    /// <summary>Maps chosen keys to file paths and leaves out the rest. Without it, every key becomes a file of the same name.</summary>
    [Field(2)]
    public IReadOnlyList<KeyToPath>? Items { get; init; }

    /// <summary>Whether a missing Secret or missing key is tolerated.</summary>
    [Field(4)]
    public bool? Optional { get; init; }
}
