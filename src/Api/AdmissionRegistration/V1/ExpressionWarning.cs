using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>One type checking problem, tied to the policy expression that caused it.</summary>
public sealed record ExpressionWarning
{
    /// <summary>Location of the offending expression inside the policy, written as a path such as "spec.validations[0].expression".</summary>
    [Field(2, Required = true, Always = true)]
    public string? FieldRef { get; init; }

    /// <summary>Human-readable type check output, where each line names a type that was checked and then the compiler's error.</summary>
    [Field(3, Required = true, Always = true)]
    public string? Warning { get; init; }
}
