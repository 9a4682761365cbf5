using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Certificates.V1;

/// <summary>Decision on a certificate request and, once issued, the certificate itself.</summary>
public sealed record CertificateSigningRequestStatus
{
    /// <summary>Decisions and failures recorded so far, with the known types "Approved", "Denied" and "Failed".</summary>
    [Field(1)]
    [List(ListMerge.Map, "type")]
    public IReadOnlyList<CertificateSigningRequestCondition>? Conditions { get; init; }

    /// <summary>Issued certificate, written by the signer through the /status subresource after approval. Immutable once present.</summary>
    [Field(2)]
    public byte[]? Certificate { get; init; }
}
