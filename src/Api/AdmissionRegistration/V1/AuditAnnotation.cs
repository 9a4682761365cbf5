using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>Tells a validating policy how to compute one annotation for the audit event of an API request.</summary>
public sealed record AuditAnnotation
{
    /// <summary>Identifies the audit annotation and must be unique within its ValidatingAdmissionPolicy. It has to be a qualified name of at most 63 bytes.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Key { get; init; }

    /// <summary>CEL code that computes the annotation's value and must yield a string or null. A null result leaves the annotation out of the audit event.</summary>
    [Field(2, Required = true, Always = true)]
    public string? ValueExpression { get; init; }
}
