using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Picks the value of a single key out of a Secret.</summary>
[Atomic]
public sealed record SecretKeySelector
{
    /// <summary>Which Secret to read. An empty value is accepted for backward compatibility only and is almost certainly a mistake.</summary>
    [Field(1, In = [1])]
    public string? Name { get; init; }

    /// <summary>Entry of the Secret to read, which must be a valid secret key.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Key { get; init; }

    /// <summary>Whether a missing Secret or missing key is tolerated.</summary>
    [Field(3)]
    public bool? Optional { get; init; }
}
