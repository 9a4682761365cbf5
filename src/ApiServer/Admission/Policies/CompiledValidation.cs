using CloudletK8s.Api.AdmissionRegistration.V1.Expressions;

namespace CloudletK8s.ApiServer.Admission.Policies;

/// <summary>One thing that a policy demands.</summary>
/// <param name="MessageExpression">Null: there is none.</param>
internal sealed record CompiledValidation(AdmissionExpression Expression, AdmissionExpression? MessageExpression, string Message, string Reason);
