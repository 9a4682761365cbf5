using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.FlowControl.V1;

/// <summary>Tests a request by who makes it, its verb and what it acts on.</summary>
public sealed record PolicyRulesWithSubjects
{
    /// <summary>Users, service accounts or groups concerned, with at least one required. Listing both system:authenticated and system:unauthenticated matches every request.</summary>
    [Field(1, Required = true, Always = true)]
    public IReadOnlyList<Subject>? Subjects { get; init; }

    /// <summary>Rules that match resource requests by verb and target. Either these or nonResourceRules must have an entry.</summary>
    [Field(2)]
    public IReadOnlyList<ResourcePolicyRule>? ResourceRules { get; init; }

    /// <summary>Rules that match requests for non-resource URLs by verb and URL.</summary>
    [Field(3)]
    public IReadOnlyList<NonResourcePolicyRule>? NonResourceRules { get; init; }
}
