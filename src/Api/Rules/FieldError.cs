namespace CloudletK8s.Api.Rules;

/// <param name="Message">As Kubernetes prints it after the path: <c>Invalid value: "x": must be …</c>.</param>
public sealed record FieldError(FieldErrorType Type, string Field, string Message)
{
    /// <summary>The machine-readable cause in a Status' details.</summary>
    public string Reason => Type switch
    {
        FieldErrorType.NotFound => "FieldValueNotFound",
        FieldErrorType.Required => "FieldValueRequired",
        FieldErrorType.Duplicate => "FieldValueDuplicate",
        FieldErrorType.NotSupported => "FieldValueNotSupported",
        FieldErrorType.Forbidden => "FieldValueForbidden",
        FieldErrorType.TooLong => "FieldValueTooLong",
        FieldErrorType.TooMany => "FieldValueTooMany",
        FieldErrorType.InternalError => "InternalError",
        FieldErrorType.TypeInvalid => "FieldValueTypeInvalid",
        _ => "FieldValueInvalid",
    };

    public override string ToString() => $"{Field}: {Message}";
}
