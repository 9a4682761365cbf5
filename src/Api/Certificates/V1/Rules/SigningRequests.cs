using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CloudletK8s.Api.Certificates.V1.Rules;

/// <summary>The PEM texts that travel in certificate signing requests.</summary>
internal static class SigningRequests
{
    private const string RequestLabel = "CERTIFICATE REQUEST";
    private const string CertificateLabel = "CERTIFICATE";

    private static readonly string[] VerifiedKeys = ["1.2.840.113549.1.1.1", "1.2.840.10045.2.1"];

    /// <summary>Says what is wrong with a request, or nothing.</summary>
    public static string? CheckRequest(byte[]? request)
    {
        var text = Encoding.ASCII.GetString(request ?? []);
        if (!PemEncoding.TryFind(text, out var fields) || text[fields.Label] != RequestLabel)
            return "PEM block type must be CERTIFICATE REQUEST";

        try
        {
            var der = Convert.FromBase64String(text[fields.Base64Data]);
            var read = Read(der, CertificateRequestLoadOptions.SkipSignatureValidation);

            // Other keys' signatures cannot be checked here; whoever signs refuses what it does not know.
            if (VerifiedKeys.Contains(read.PublicKey.Oid.Value))
                Read(der, CertificateRequestLoadOptions.Default);
            return null;
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or ArgumentException)
        {
            return $"asn1: structure error: {wrong.Message}";
        }
    }

    /// <summary>Says what is wrong with a chain of certificates, or nothing.</summary>
    public static string? CheckCertificate(byte[]? certificate)
    {
        if (certificate is not { Length: > 0 })
            return null;

        var rest = Encoding.ASCII.GetString(certificate).AsSpan();
        var blocks = 0;
        while (PemEncoding.TryFind(rest, out var fields))
        {
            if (rest[fields.Label] is not CertificateLabel)
                return $"only CERTIFICATE PEM blocks are allowed, found \"{rest[fields.Label]}\"";

            try
            {
                using var read = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(rest[fields.Base64Data].ToString()));
            }
            catch (Exception wrong) when (wrong is CryptographicException or FormatException)
            {
                return $"x509: malformed certificate: {wrong.Message}";
            }

            blocks++;
            rest = rest[fields.Location.End..];
        }

        return blocks == 0 ? "must contain at least one CERTIFICATE PEM block" : null;
    }

    private static CertificateRequest Read(byte[] der, CertificateRequestLoadOptions options) =>
        CertificateRequest.LoadSigningRequest(der, HashAlgorithmName.SHA256, options);
}
