using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Meta.V1;

/// <summary>Gives an API version both with and without its group.</summary>
public sealed record GroupVersionForDiscovery
{
    /// <summary>Group and version joined as "group/version", for example apps/v1.</summary>
    [Field(1, Required = true, Always = true)]
    public string? GroupVersion { get; init; }

    /// <summary>Just the version part, which saves clients from splitting groupVersion.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Version { get; init; }
}
