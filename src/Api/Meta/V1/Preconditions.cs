using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Conditions on the current object that must hold before it is updated or deleted.</summary>
public sealed record Preconditions
{
    /// <summary>Unique identifier that the object must have for the operation to proceed.</summary>
    [Field(1, Pointer = true)]
    public string? Uid { get; init; }

    /// <summary>Resource version that the object must have for the operation to proceed.</summary>
    [Field(2, Pointer = true)]
    public string? ResourceVersion { get; init; }
}
