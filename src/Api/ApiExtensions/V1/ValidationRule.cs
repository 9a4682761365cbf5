using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.ApiExtensions.V1;

/// <summary>Checks a value with a CEL expression and says how a failure is reported.</summary>
public sealed record ValidationRule
{
    /// <summary>CEL expression that must be true for valid data; the variable self holds the value at this place in the schema.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Rule { get; init; }

    /// <summary>Text shown when the check fails, without line breaks. Defaults to "failed rule:" with the rule, and is required if that spans several lines.</summary>
    [Field(2)]
    public string? Message { get; init; }

    /// <summary>CEL expression that produces the failure text and must return a string. Takes precedence over message, which serves as fallback if evaluation fails.</summary>
    [Field(3)]
    public string? MessageExpression { get; init; }

    /// <summary>Failure reason for programs: FieldValueInvalid, FieldValueForbidden, FieldValueRequired or FieldValueDuplicate. Defaults to FieldValueInvalid.</summary>
    [Field(4, Pointer = true)]
    [Enum("FieldValueRequired", "FieldValueDuplicate", "FieldValueInvalid", "FieldValueForbidden")]
    public string? Reason { get; init; }

    /// <summary>Relative JSON path of the field that a failure is attributed to. Must refer to a field that exists in the schema.</summary>
    [Field(5)]
    public string? FieldPath { get; init; }

    /// <summary>When true, a rule using oldSelf also runs if there is no earlier value, and oldSelf becomes a CEL optional.</summary>
    [Field(6)]
    public bool? OptionalOldSelf { get; init; }
}
