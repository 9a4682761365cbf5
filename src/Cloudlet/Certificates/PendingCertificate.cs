using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CloudletK8s.Cloudlet.Certificates;

/// <summary>A certificate that is not signed yet, with its new key.</summary>
internal sealed record PendingCertificate(CertificateRequest Request, ECDsa Key)
{
    private const int SerialBytes = 16;

    public X509Certificate2 Sign(X509Certificate2 authority, DateTimeOffset from, DateTimeOffset until)
    {
        var serial = RandomNumberGenerator.GetBytes(SerialBytes);
        serial[0] &= 0x7f; // A serial number is positive.
        return Request.Create(authority, from, until, serial);
    }
}
