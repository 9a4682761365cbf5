using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authorization.V1;

/// <summary>Describes the access the caller asks about. Exactly one of resourceAttributes and nonResourceAttributes must be set.</summary>
public sealed record SelfSubjectAccessReviewSpec
{
    /// <summary>Details of the access to check when it concerns an API resource.</summary>
    [Field(1)]
    public ResourceAttributes? ResourceAttributes { get; init; }

    /// <summary>Details of the access to check when it concerns a URL path and no resource.</summary>
    [Field(2)]
    public NonResourceAttributes? NonResourceAttributes { get; init; }
}
