using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Points to an object of a given kind in the same namespace.</summary>
[Atomic]
public sealed record TypedLocalObjectReference
{
    /// <summary>API group of the target. May be omitted for core kinds only; third-party types require it.</summary>
    [Field(1, Always = true, Pointer = true)]
    public string? ApiGroup { get; init; }

    /// <summary>Type of the object pointed to.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Kind { get; init; }

    /// <summary>Identifies the target object among those of its kind.</summary>
    [Field(3, Required = true, Always = true)]
    public string? Name { get; init; }
}
