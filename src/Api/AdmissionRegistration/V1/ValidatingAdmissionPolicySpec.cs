using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Holds the desired behavior of an admission policy, including its matching rules, validations and audit output.</summary>
public sealed record ValidatingAdmissionPolicySpec
{
    /// <summary>Type of the objects that parameterize the policy. Without it there are no parameters, and expressions do not get the params variable.</summary>
    [Field(1)]
    public ParamKind? ParamKind { get; init; }

    /// <summary>Resources the policy is meant to validate. A request is considered only if it meets all constraints.</summary>
    [Field(2)]
    public MatchResources? MatchConstraints { get; init; }

    /// <summary>CEL checks that requests have to pass. At least one entry is needed here or in auditAnnotations.</summary>
    [Field(3)]
    public IReadOnlyList<Validation>? Validations { get; init; }

    /// <summary>How to treat failures such as CEL parse, type check or runtime errors, and misconfigured policies or bindings. Either Ignore or Fail, the default.</summary>
    [Field(4, Pointer = true)]
    [Enum("Ignore", "Fail")]
    [Default("Fail")]
    public string? FailurePolicy { get; init; }

    /// <summary>CEL expressions that add annotations to the request's audit event. At least one entry is needed here or in validations.</summary>
    [Field(5)]
    public IReadOnlyList<AuditAnnotation>? AuditAnnotations { get; init; }

    /// <summary>Extra conditions on requests that rules, namespaceSelector and objectSelector already selected. All must hold, and an empty list matches everything.</summary>
    [Field(6)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name")]
    public IReadOnlyList<MatchCondition>? MatchConditions { get; init; }

    /// <summary>Named CEL expressions that other expressions of the policy can reuse under the variables prefix, except in matchConditions.</summary>
    [Field(7)]
    [List(ListMerge.Map, "name")]
    [Patch(Merge = true, MergeKey = "name")]
    public IReadOnlyList<Variable>? Variables { get; init; }
}
