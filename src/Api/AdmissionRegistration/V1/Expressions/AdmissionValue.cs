namespace CloudletK8s.Api.AdmissionRegistration.V1.Expressions;

/// <param name="Value">true, a text, or whatever else it made.</param>
/// <param name="Error">Why there is no value.</param>
public readonly record struct AdmissionValue(object? Value, string? Error)
{
    public bool IsTrue => Error is null && Value is true;

    public bool IsFalse => Error is null && Value is false;
}
