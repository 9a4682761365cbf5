using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authentication.V1;

/// <summary>Carries the outcome of a token authentication attempt.</summary>
public sealed record TokenReviewStatus
{
    /// <summary>True if the token could be traced to a known user.</summary>
    [Field(1)]
    public bool Authenticated { get; init; }

    /// <summary>Information about the user to whom the token belongs.</summary>
    [Field(2, Always = true)]
    public UserInfo? User { get; init; }

    /// <summary>Identifiers that appear both in the audiences of the review's spec and in those of the token.</summary>
    [Field(4)]
    public IReadOnlyList<string>? Audiences { get; init; }

    /// <summary>Explains why checking the token was not possible, if so.</summary>
    [Field(3)]
    public string? Error { get; init; }
}
