using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authorization.V1;

/// <summary>Asks if a user or group may perform an action in one namespace, which makes permission to ask easy to grant per namespace.</summary>
[Kind("authorization.k8s.io/v1", "localsubjectaccessreviews", Verbs = "create")]
public sealed record LocalSubjectAccessReview : IApiObject
{
    /// <summary>Standard metadata, of which mainly the namespace matters here.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Action and subject to check. The namespace in it must equal the one the request is sent to, and defaults to that when empty.</summary>
    [Field(2, Required = true, Always = true)]
    public SubjectAccessReviewSpec? Spec { get; init; }

    /// <summary>Decision of the server on whether the request is allowed.</summary>
    [Field(3, Always = true)]
    public SubjectAccessReviewStatus? Status { get; init; }
}
