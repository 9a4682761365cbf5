using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Turns every key-value pair in a Secret's data into environment variables.</summary>
public sealed record SecretEnvSource
{
    /// <summary>Which Secret to read. An empty value is accepted for backward compatibility only and is almost certainly a mistake.</summary>
    [Field(1, In = [1])]
    public string? Name { get; init; }

    /// <summary>Whether the container may start when the Secret does not exist.</summary>
    [Field(2)]
    public bool? Optional { get; init; }
}
