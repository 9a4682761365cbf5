using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Points to an object with parameters, cluster-wide or in a namespace.</summary>
public sealed record IngressClassParametersReference
{
    /// <summary>API group of the target. May be omitted for core kinds only; third-party types require it.</summary>
    [Field(1, Pointer = true)]
    public string? ApiGroup { get; init; }

    /// <summary>Type of the object pointed to.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Kind { get; init; }

    /// <summary>Identifies the target object among those of its kind.</summary>
    [Field(3, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>Whether the target is a "Cluster" or "Namespace" scoped resource. Defaults to "Cluster".</summary>
    [Field(4, Always = true, Pointer = true)]
    [Default("Cluster")]
    public string? Scope { get; init; }

    /// <summary>Where the target lives. Required when scope is "Namespace", and must be unset when it is "Cluster".</summary>
    [Field(5, Pointer = true)]
    public string? Namespace { get; init; }
}
