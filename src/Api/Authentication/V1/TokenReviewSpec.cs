using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authentication.V1;

/// <summary>Describes the token that is to be authenticated.</summary>
public sealed record TokenReviewSpec
{
    /// <summary>Bearer token to check, given as an opaque string.</summary>
    [Field(1)]
    public string? Token { get; init; }

    /// <summary>Identifiers the resource server goes by. Audience-aware authenticators verify that the token is meant for at least one of them.</summary>
    [Field(2)]
    public IReadOnlyList<string>? Audiences { get; init; }
}
