using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Outcome of type checking the CEL expressions of a ValidatingAdmissionPolicy.</summary>
public sealed record TypeChecking
{
    /// <summary>Problems that type checking found, listed per expression.</summary>
    [Field(1)]
    public IReadOnlyList<ExpressionWarning>? ExpressionWarnings { get; init; }
}
