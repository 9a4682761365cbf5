using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Networking.V1;

/// <summary>Identifies a port of a backend Service by either its name or its number.</summary>
[Atomic]
public sealed record ServiceBackendPort
{
    /// <summary>Refers to the Service port by its name. Cannot be set together with number.</summary>
    [Field(1)]
    public string? Name { get; init; }

    /// <summary>Refers to the Service port numerically, for example 80. Cannot be set together with name.</summary>
    [Field(2)]
    public int Number { get; init; }
}
