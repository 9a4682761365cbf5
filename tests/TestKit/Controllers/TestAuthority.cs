using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CloudletK8s.TestKit.Controllers;

/// <summary>A certificate authority for tests, valid for a very long time.</summary>
public static class TestAuthority
{
    private static readonly Lazy<X509Certificate2> Made = new(Make);

    public static string Pem => Made.Value.ExportCertificatePem();

    /// <summary>With its key; the caller's own.</summary>
    public static X509Certificate2 Open() => X509Certificate2.CreateFromPem(Pem, Made.Value.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());

    private static X509Certificate2 Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test-authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
