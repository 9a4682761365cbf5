using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authorization.V1;

/// <summary>Describes a request for a plain URL path, as opposed to an API resource, for an authorization check.</summary>
public sealed record NonResourceAttributes
{
    /// <summary>URL path that the request to be checked goes to.</summary>
    [Field(1)]
    public string? Path { get; init; }

    /// <summary>HTTP verb of the request that is to be checked.</summary>
    [Field(2)]
    public string? Verb { get; init; }
}
