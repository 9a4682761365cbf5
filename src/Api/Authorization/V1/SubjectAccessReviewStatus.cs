using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Authorization.V1;

/// <summary>Carries the decision on an access review.</summary>
public sealed record SubjectAccessReviewStatus
{
    /// <summary>True if the action would be permitted, and false otherwise. Required.</summary>
    [Field(1, Required = true, Always = true)]
    public bool Allowed { get; init; }

    /// <summary>True if the action would be refused, which rules out allowed being true. With both false, the authorizer has no opinion.</summary>
    [Field(4)]
    public bool Denied { get; init; }

    /// <summary>Optional explanation of why access was allowed or denied.</summary>
    [Field(2)]
    public string? Reason { get; init; }

    /// <summary>Describes an error during the check. A decision may still be possible in spite of it, for instance when RBAC lacks just one role.</summary>
    [Field(3)]
    public string? EvaluationError { get; init; }
}
