using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authorization.V1;

/// <summary>Asks if a given user or group may perform an action.</summary>
[Kind("authorization.k8s.io/v1", "subjectaccessreviews", ClusterScoped = true, Verbs = "create")]
public sealed record SubjectAccessReview : IApiObject
{
    /// <summary>Standard metadata, usually unset in an access review.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Subject and action for which access is to be checked.</summary>
    [Field(2, Required = true, Always = true)]
    public SubjectAccessReviewSpec? Spec { get; init; }

    /// <summary>Decision of the server about the access that was asked for.</summary>
    [Field(3, Always = true)]
    public SubjectAccessReviewStatus? Status { get; init; }
}
