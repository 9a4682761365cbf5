using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authorization.V1;

/// <summary>Asks which actions the calling user can perform in a namespace. Depending on the authorization mode, the answer may be incomplete.</summary>
[Kind("authorization.k8s.io/v1", "selfsubjectrulesreviews", ClusterScoped = true, Verbs = "create")]
public sealed record SelfSubjectRulesReview : IApiObject
{
    /// <summary>Standard metadata, usually omitted when asking for a rules review.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>Says which namespace the question is about.</summary>
    [Field(2, Required = true, Always = true)]
    public SelfSubjectRulesReviewSpec? Spec { get; init; }

    /// <summary>Actions the user can perform, as filled in by the server.</summary>
    [Field(3, Always = true)]
    public SubjectRulesReviewStatus? Status { get; init; }
}
