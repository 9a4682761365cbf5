using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.AdmissionRegistration.V1;

/// <summary>A CEL test that a request has to pass before it is sent to the webhook.</summary>
public sealed record MatchCondition
{
    /// <summary>Qualified name that labels the condition in logs and serves as its key in strategic merges. Pick one that describes the expression.</summary>
    [Field(1, Required = true, Always = true)]
    public string? Name { get; init; }

    /// <summary>CEL code returning a bool, with variables such as 'object' exposing the AdmissionRequest and the Authorizer.</summary>
    [Field(2, Required = true, Always = true)]
    public string? Expression { get; init; }
}
