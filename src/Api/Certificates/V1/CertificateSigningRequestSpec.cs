using CloudletK8s.Api.Schemas;

namespace CloudletK8s.Api.Certificates.V1;

/// <summary>What certificate is wanted, from which signer, and who asked for it.</summary>
public sealed record CertificateSigningRequestSpec
{
    /// <summary>PEM block of type "CERTIFICATE REQUEST" holding the x509 signing request, base64-encoded once more in JSON and YAML.</summary>
    [Field(1, Required = true, Always = true)]
    public byte[]? Request { get; init; }

    /// <summary>Qualified name of the signer that should issue the certificate. Usable in field selectors as "spec.signerName=NAME".</summary>
    [Field(7, Required = true, Always = true)]
    public string? SignerName { get; init; }

    /// <summary>How long the certificate should be valid, in seconds. The signer may choose otherwise, so check notBefore and notAfter on the result.</summary>
    [Field(8)]
    public int? ExpirationSeconds { get; init; }

    /// <summary>Key usages wanted in the certificate, typically "digital signature", "key encipherment" and "client auth" for a TLS client.</summary>
    [Field(5)]
    public IReadOnlyList<string>? Usages { get; init; }

    /// <summary>Login name of the requesting user, recorded by the API server on creation and immutable.</summary>
    [Field(2)]
    public string? Username { get; init; }

    /// <summary>Unique ID of the requesting user, recorded by the API server on creation and immutable.</summary>
    [Field(3)]
    public string? Uid { get; init; }

    /// <summary>Group memberships of the requesting user, recorded by the API server on creation and immutable.</summary>
    [Field(4)]
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Additional attributes of the requesting user, recorded by the API server on creation and immutable.</summary>
    [Field(6)]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Extra { get; init; }
}
