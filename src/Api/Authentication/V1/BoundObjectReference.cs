using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authentication.V1;

/// <summary>Identifies the object whose existence a token depends on.</summary>
public sealed record BoundObjectReference
{
    /// <summary>Resource type of the bound object, either 'Pod' or 'Secret'.</summary>
    [Field(1)]
    public string? Kind { get; init; }

    /// <summary>Group and version of the object the token is bound to.</summary>
    [Field(2)]
    public string? ApiVersion { get; init; }

    /// <summary>Which object the token is bound to, by name.</summary>
    [Field(3)]
    public string? Name { get; init; }

    /// <summary>Unique ID of the object the token is bound to.</summary>
    [Field(4)]
    public string? Uid { get; init; }
}
