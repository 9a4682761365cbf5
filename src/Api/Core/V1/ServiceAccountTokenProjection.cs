using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Core.V1;

/// <summary>Places a service account token in a projected volume, for a pod to authenticate to APIs.</summary>
public sealed record ServiceAccountTokenProjection
{
    /// <summary>Recipient the token is meant for, which should reject tokens naming anyone else. Defaults to the identifier of the apiserver.</summary>
    [Field(1)]
    public string? Audience { get; init; }

    /// <summary>Requested token lifetime in seconds. Defaults to 3600 and must be at least 600; the kubelet rotates the token before it expires.</summary>
    [Field(2)]
    [Default(3600L)]
    public long? ExpirationSeconds { get; init; }

    /// <summary>File to write the token to, relative to the mount point.</summary>
    [Field(3, Required = true, Always = true)]
    public string? Path { get; init; }
}
