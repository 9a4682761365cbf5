using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Storage.V1;

/// <summary>Describes a service account token that a CSI driver wants to receive for a pod.</summary>
public sealed record TokenRequest
{
    /// <summary>Recipient that the token is meant for. Defaults to the audiences of the API server.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Audience { get; init; }

    /// <summary>Requested lifetime of the token in seconds. Uses the default of expirationSeconds in TokenRequestSpec when unset.</summary>
    [Field(2)]
    public long? ExpirationSeconds { get; init; }
}
