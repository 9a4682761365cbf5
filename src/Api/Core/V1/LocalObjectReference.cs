using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Points to another object by name within the same namespace.</summary>
[Atomic]
public sealed record LocalObjectReference
{
    /// <summary>Which object is meant. Empty is tolerated only for backward compatibility and is almost certainly a mistake.</summary>
    [Field(1)]
    public string? Name { get; init; }
}
