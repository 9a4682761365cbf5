using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authentication.V1;

/// <summary>Answer the API server returns to a user who asked about themselves.</summary>
public sealed record SelfSubjectReviewStatus
{
    /// <summary>Attributes of the user who sent the request, as the server sees them.</summary>
    [Field(1, Always = true)]
    public UserInfo? UserInfo { get; init; }
}
