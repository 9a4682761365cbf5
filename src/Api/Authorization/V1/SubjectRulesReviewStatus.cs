using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authorization.V1;

/// <summary>Carries the result of a rules check. It may be incomplete, depending on the configured authorizers and on errors during evaluation.</summary>
public sealed record SubjectRulesReviewStatus
{
    /// <summary>Actions the subject may perform on resources, in no particular order. Duplicates and gaps are possible.</summary>
    [Field(1, Required = true, Always = true)]
    public IReadOnlyList<ResourceRule>? ResourceRules { get; init; }

    /// <summary>Actions the subject may perform on non-resources, in no particular order. Duplicates and gaps are possible.</summary>
    [Field(2, Required = true, Always = true)]
    public IReadOnlyList<NonResourceRule>? NonResourceRules { get; init; }

    /// <summary>True if some rules are missing from the answer, mostly because an authorizer, such as an external one, cannot evaluate rules.</summary>
    [Field(3, Required = true, Always = true)]
    public bool Incomplete { get; init; }

    /// <summary>Reports a problem while evaluating rules, such as an authorizer without support for it. The returned rules may then be incomplete.</summary>
    [Field(4)]
    public string? EvaluationError { get; init; }
}
