using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authentication.V1;

/// <summary>Carries the issued token and its expiry.</summary>
public sealed record TokenRequestStatus
{
    /// <summary>Issued bearer token, to be treated as an opaque string.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Token { get; init; }

    /// <summary>Moment from which the issued token is no longer valid.</summary>
    [Field(2, Required = true, Always = true)]
    public DateTimeOffset? ExpirationTimestamp { get; init; }
}
