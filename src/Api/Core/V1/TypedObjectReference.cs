using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Points to an object of a given kind, optionally in a different namespace.</summary>
public sealed record TypedObjectReference
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

    /// <summary>Where the target lives. When set, a gateway.networking.k8s.io/ReferenceGrant in that namespace must allow the reference.</summary>
    [Field(4, Pointer = true)]
    public string? Namespace { get; init; }
}
