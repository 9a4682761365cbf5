using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Autoscaling.V1;

/// <summary>Points to another object by API version, kind and name.</summary>
[Atomic]
public sealed record CrossVersionObjectReference
{
    /// <summary>Resource type of the object pointed to, such as Deployment.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Kind { get; init; }

    /// <summary>Which object is pointed to, by its name.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Group and version of the object pointed to.</summary>
    [Field(3)]
    public string? ApiVersion { get; init; }
}
