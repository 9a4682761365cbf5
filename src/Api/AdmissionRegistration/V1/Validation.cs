using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>One CEL check of a policy, together with what clients are told on failure.</summary>
public sealed record Validation
{
    /// <summary>CEL code that decides if the request is valid. Variables such as 'object' expose the contents of the request.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Expression { get; init; }

    /// <summary>Text shown on failure, without line breaks. Required if the expression spans lines, otherwise defaults to "failed rule: {Rule}".</summary>
    [Field(2)]
    public string? Message { get; init; }

    /// <summary>Machine-readable cause of the failure. The first failing validation determines this value and the HTTP code in the response.</summary>
    [Field(3, Pointer = true)]
    public string? Reason { get; init; }

    /// <summary>CEL code that builds the failure text and must evaluate to a string. It is an alternative to the fixed message.</summary>
    [Field(4)]
    public string? MessageExpression { get; init; }
}
