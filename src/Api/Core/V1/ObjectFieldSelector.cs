using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Selects one field of an object in a given API version.</summary>
[Atomic]
public sealed record ObjectFieldSelector
{
    /// <summary>Schema version that fieldPath is written for; "v1" unless stated otherwise.</summary>
    [Field(1)]
    [Default("v1")]
    public string? ApiVersion { get; init; }

    /// <summary>Which field to read, as a path in the stated API version.</summary>
    [Field(2, Required = true, Always = true)]
    public string? FieldPath { get; init; }
}
