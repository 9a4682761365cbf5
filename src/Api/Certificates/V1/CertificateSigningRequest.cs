using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Certificates.V1;

/// <summary>Asks a signer for an x509 certificate, which is approved and issued asynchronously.</summary>
[Kind("certificates.k8s.io/v1", "certificatesigningrequests", ClusterScoped = true, ShortNames = ["csr"])]
[Subresource("approval", "get,patch,update")]
[Subresource("status", "get,patch,update")]
public sealed record CertificateSigningRequest : IApiObject
{
    /// <summary>Standard object metadata such as the name, labels and annotations.</summary>
    [Field(1, Always = true)]
    public ObjectMeta? Metadata { get; init; }

    /// <summary>The certificate being asked for, immutable once created. Users may set only request, signerName, expirationSeconds and usages.</summary>
    [Field(2, Required = true, Always = true)]
    public CertificateSigningRequestSpec? Spec { get; init; }

    /// <summary>Outcome of the request: approval or denial, plus the issued certificate or the signer's failure.</summary>
    [Field(3, Always = true)]
    public CertificateSigningRequestStatus? Status { get; init; }
}
