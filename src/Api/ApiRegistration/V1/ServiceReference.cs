using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiRegistration.V1;

/// <summary>Locates the Service that fronts an aggregated API server.</summary>
public sealed record ServiceReference
{
    /// <summary>Which Service to contact, by its object name.</summary>
    [Field(2)]
    public string? Name { get; init; }

    /// <summary>Where the Service of the API server lives.</summary>
    [Field(1)]
    public string? Namespace { get; init; }

    /// <summary>Service port at which the server listens, from 1 to 65535. Defaults to 443.</summary>
    [Field(3)]
    [Default(443)]
    public int? Port { get; init; }
}
