using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authentication.V1;

/// <summary>Checks which known user a token belongs to. The webhook token authenticator of the API server may cache such requests.</summary>
[Kind("authentication.k8s.io/v1", "tokenreviews", ClusterScoped = true, Verbs = "create")]
public sealed record TokenReview : IApiObject
{
    /// <summary>Usual object metadata, normally left empty in review requests.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Token to check, along with the audiences it should be valid for.</summary>
    [Field(2, Required = true, Always = true)]
    public TokenReviewSpec? Spec { get; init; }

    /// <summary>Verdict on whether the token can be authenticated, filled in by the server.</summary>
    [Field(3, Always = true)]
    public TokenReviewStatus? Status { get; init; }
}
