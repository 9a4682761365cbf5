using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CloudletK8s.Reconcilers.Certificates.Requests;

/// <summary>What a certificate signing request asks for.</summary>
internal sealed record AskedCertificate
{
    private const string CommonNameOid = "2.5.4.3";
    private const string OrganizationOid = "2.5.4.10";

    public required X500DistinguishedName Subject { get; init; }

    public required PublicKey Key { get; init; }

    public required IReadOnlyList<AlternativeName> Names { get; init; }

    public string CommonName => Parts(CommonNameOid).LastOrDefault() ?? "";

    public IReadOnlyList<string> Organizations => [.. Parts(OrganizationOid)];

    public bool Has(AlternativeNameType type) => Names.Any(name => name.Type == type);

    /// <summary>Null: it is no request, or its signature is not of its key.</summary>
    public static AskedCertificate? Read(byte[]? pem)
    {
        try
        {
            var read = CertificateRequest.LoadSigningRequestPem(
                Encoding.ASCII.GetString(pem ?? []), HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions);
            return new() { Subject = read.SubjectName, Key = read.PublicKey, Names = AlternativeName.Read(read.CertificateExtensions) };
        }
        catch (Exception wrong) when (wrong is CryptographicException or ArgumentException or FormatException or NotSupportedException)
        {
            // The server lets requests in whose keys it does not know; nobody here can sign them.
            return null;
        }
    }

    private IEnumerable<string> Parts(string oid)
    {
        foreach (var part in Subject.EnumerateRelativeDistinguishedNames(reversed: false))
        {
            if (!part.HasMultipleElements && part.GetSingleElementType().Value == oid && part.GetSingleElementValue() is { } value)
                yield return value;
        }
    }
}
