using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CloudletK8s.Reconcilers.Certificates.Requests;

namespace CloudletK8s.Reconcilers.Certificates.Signing;

/// <summary>Makes a certificate of what was asked for, under the cluster's authority.</summary>
internal static class CertificateIssue
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);

    /// <summary>For clients whose clock is behind.</summary>
    private static readonly TimeSpan Backdate = TimeSpan.FromMinutes(5);

    /// <summary>Certificates shorter than this live as long as was asked for; of longer ones the backdating is taken off.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromHours(8);

    private const int SerialBytes = 16;

    public static byte[] Sign(AskedCertificate asked, IReadOnlyList<string> usages, int? expirationSeconds, X509Certificate2 authority, DateTimeOffset now)
    {
        var request = new CertificateRequest(asked.Subject, asked.Key, HashAlgorithmName.SHA256);
        foreach (var extension in CertificateUsages.Extensions(usages))
            request.CertificateExtensions.Add(extension);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        if (asked.Names.Count > 0)
            request.CertificateExtensions.Add(AlternativeName.Write(asked.Names, asked.Subject.RawData.Length <= 2));

        using var key = Key(authority, out var generator);
        using var signed = request.Create(authority.SubjectName, generator, now - Backdate, End(expirationSeconds, authority, now), Serial());
        return System.Text.Encoding.ASCII.GetBytes(signed.ExportCertificatePem() + "\n");
    }

    private static DateTimeOffset End(int? expirationSeconds, X509Certificate2 authority, DateTimeOffset now)
    {
        var asked = expirationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : Longest;
        var life = asked > Longest ? Longest : asked < Shortest ? Shortest : asked;
        var end = now + (life < Short ? life : life - Backdate);
        return end < authority.NotAfter ? end : authority.NotAfter;
    }

    private static AsymmetricAlgorithm Key(X509Certificate2 authority, out X509SignatureGenerator generator)
    {
        if (authority.GetECDsaPrivateKey() is { } curve)
        {
            generator = X509SignatureGenerator.CreateForECDsa(curve);
            return curve;
        }

        var rsa = authority.GetRSAPrivateKey() ?? throw new CryptographicException("the authority's key is neither an ECDSA nor an RSA key");
        generator = X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1);
        return rsa;
    }

    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(SerialBytes);
        serial[0] = (byte)((serial[0] & 0x7f) | 0x40);
        return serial;
    }
}
