using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Certificates.V1;

/// <summary>Records that a certificate request was approved or denied, or that it failed.</summary>
public sealed record CertificateSigningRequestCondition
{
    /// <summary>Kind of condition being reported; the known ones are "Approved", "Denied" and "Failed".</summary>
    [Field(1, Required = true, Always = true)]
    public string? Type { get; init; }

    /// <summary>Whether the condition holds: True, False or Unknown. Approved, Denied and Failed may not be "False" or "Unknown".</summary>
    [Field(6, Required = true, Always = true)]
    public string? Status { get; init; }

    /// <summary>Short word or phrase for why the request is in its present state.</summary>
    [Field(2)]
    public string? Reason { get; init; }

    /// <summary>Text for people with details on the state of the request.</summary>
    [Field(3)]
    public string? Message { get; init; }

    /// <summary>When anything about the condition was last updated.</summary>
    [Field(4, Always = true)]
    public DateTimeOffset? LastUpdateTime { get; init; }

    /// <summary>When the condition last changed status. Defaults to the current time if left out on a new or changed condition.</summary>
    [Field(5, Always = true)]
    public DateTimeOffset? LastTransitionTime { get; init; }
}
