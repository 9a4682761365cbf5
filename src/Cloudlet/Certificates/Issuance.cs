using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CloudletK8s.Cloudlet.Certificates;

/// <summary>What the cluster's certificates have in common.</summary>
internal static class Issuance
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    public static Oid ServerAuthentication { get; } = new("1.3.6.1.5.5.7.3.1");

    public static Oid ClientAuthentication { get; } = new("1.3.6.1.5.5.7.3.2");

    public static (X509Certificate2 Certificate, ECDsa Key) Authority(string subject, DateTimeOffset from, DateTimeOffset until)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign | X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return (request.CreateSelfSigned(from, until), key);
    }

    public static PendingCertificate Leaf(string subject, Oid usage, X509Extension? names, X509Certificate2 authority)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([usage], false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        if (names is not null)
            request.CertificateExtensions.Add(names);

        return new PendingCertificate(request, key);
    }

    /// <summary>Valid a little before now, for clients whose clock is behind, but not before the authority itself.</summary>
    public static DateTimeOffset Backdated(DateTimeOffset now, X509Certificate2? authority) =>
        authority is not null && authority.NotBefore > now - ClockSkew ? authority.NotBefore : now - ClockSkew;

    /// <summary>Whether our own file names our own authority's key; no signature is checked.</summary>
    public static bool IsOf(X509Certificate2 certificate, X509Certificate2 authority)
    {
        var named = certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier;
        var own = authority.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault()?.SubjectKeyIdentifierBytes;
        return named is { } left && own is { } right && left.Span.SequenceEqual(right.Span);
    }
}
