using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>Locates the Service through which a webhook is reached.</summary>
public sealed record ServiceReference
{
    /// <summary>Where the Service of the webhook lives. Required.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Namespace { get; init; }

    /// <summary>Which Service to call, by its object name. Required.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>URL path used when contacting the webhook. Optional.</summary>
    [Field(3, Pointer = true)]
    public string? Path { get; init; }

    /// <summary>Service port at which the webhook listens, from 1 to 65535. Defaults to 443.</summary>
    [Field(4)]
    public int? Port { get; init; }
}
