using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authentication.V1;

/// <summary>Asks the API server who the caller is. Under impersonation, the answer describes the impersonated user.</summary>
[Kind("authentication.k8s.io/v1", "selfsubjectreviews", ClusterScoped = true, Verbs = "create")]
public sealed record SelfSubjectReview : IApiObject
{
    /// <summary>Usual object metadata, which a review request can normally leave out.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Answer of the server, holding the attributes of the calling user.</summary>
    [Field(2, Always = true)]
    public SelfSubjectReviewStatus? Status { get; init; }
}
