using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authorization.V1;

/// <summary>Asks if the calling user may perform an action. Leaving out the namespace means "in all namespaces".</summary>
[Kind("authorization.k8s.io/v1", "selfsubjectaccessreviews", ClusterScoped = true, Verbs = "create")]
public sealed record SelfSubjectAccessReview : IApiObject
{
    /// <summary>Standard metadata, usually left out of a review request.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Action to check for the caller, so user and groups must be empty.</summary>
    [Field(2, Required = true, Always = true)]
    public SelfSubjectAccessReviewSpec? Spec { get; init; }

    /// <summary>Tells if the action is allowed, as filled in by the server.</summary>
    [Field(3, Always = true)]
    public SubjectAccessReviewStatus? Status { get; init; }
}
