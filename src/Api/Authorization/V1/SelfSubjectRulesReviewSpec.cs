using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authorization.V1;

/// <summary>Parameters of a question about the caller's own permissions.</summary>
public sealed record SelfSubjectRulesReviewSpec
{
    /// <summary>Where the caller's rules are to be evaluated. Required.</summary>
    [Field(1)]
    public string? Namespace { get; init; }
}
