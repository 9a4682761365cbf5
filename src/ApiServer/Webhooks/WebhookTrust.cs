using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace CloudletK8s.ApiServer.Webhooks;

/// <summary>Does a webhook's certificate come from an authority that its configuration names?</summary>
internal sealed class WebhookTrust
{
    private readonly WebhookTarget _target;
    private volatile string _refusal = "";
    private readonly X509Certificate2Collection? _authorities;

    public WebhookTrust(WebhookTarget target)
    {
        _target = target;
        if (target.CaBundle.Length > 0)
            _authorities = Read(target.CaBundle);
    }

    /// <summary>Why the last certificate was refused.</summary>
    public string Refusal => _refusal;

    public bool Accepts(object sender, X509Certificate? presented, X509Chain? sent, SslPolicyErrors errors)
    {
        var why = presented is not X509Certificate2 certificate ? "the server did not present a certificate"
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? $"x509: certificate is valid for {Names(certificate)}, not {_target.Url.Host}"
            : _authorities is null && errors == SslPolicyErrors.None ? null
            : _authorities is not null && IsIssued(certificate, sent, _authorities) ? null
            : "x509: certificate signed by unknown authority";
        if (why is not null)
            _refusal = $"tls: failed to verify certificate: {why}";
        return why is null;
    }

    private static bool IsIssued(X509Certificate2 certificate, X509Chain? sent, X509Certificate2Collection authorities)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;

        // Any certificate of the bundle is trusted by itself, also one that another authority issued.
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        return chain.Build(certificate)
            && chain.ChainElements.Any(element => authorities.Any(authority => authority.RawDataMemory.Span.SequenceEqual(element.Certificate.RawDataMemory.Span)));
    }

    private static X509Certificate2Collection Read(string bundle)
    {
        var read = new X509Certificate2Collection();
        try
        {
            read.ImportFromPem(Encoding.ASCII.GetString(Convert.FromBase64String(bundle)));
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            // A bundle that names no authority trusts nobody.
        }

        return read;
    }

    private static string Names(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        return names is null ? "no names" : string.Join(", ", names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select(address => address.ToString())));
    }
}
