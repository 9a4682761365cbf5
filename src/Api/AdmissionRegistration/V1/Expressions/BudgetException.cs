namespace CloudletK8s.Api.AdmissionRegistration.V1.Expressions;

/// <summary>The expressions about one object cost more than they may together.</summary>
public sealed class BudgetException() : Exception("validation failed due to running out of cost budget, no further validation rules will be run");
