using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Batch.V1;

/// <summary>Lets a job succeed as soon as certain indexes have succeeded.</summary>
public sealed record SuccessPolicy
{
    /// <summary>Alternative rules for early success. Meeting any one adds the "SucceededCriteriaMet" condition and removes the remaining pods.</summary>
    [Field(1, Required = true, Always = true)]
    public IReadOnlyList<SuccessPolicyRule>? Rules { get; init; }
}
