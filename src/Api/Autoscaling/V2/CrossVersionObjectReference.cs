using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V2;

/// <summary>Refers to another object by its API version, kind and name.</summary>
public sealed record CrossVersionObjectReference
{
    /// <summary>Resource type of the object being referred to.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Kind { get; init; }

    /// <summary>Which object is being referred to, by name.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Group and version of the object being referred to.</summary>
    [Field(3)]
    public string? ApiVersion { get; init; }
}
