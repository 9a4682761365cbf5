using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace CloudletK8s.Cloudlet.Certificates;

/// <summary>Lets a client certificate pass the TLS layer only if the cluster's own authority issued it for that use.</summary>
internal sealed class ClientTrust(X509Certificate2 authority)
{
    public bool Accepts(X509Certificate2 certificate, X509Chain? presented, SslPolicyErrors errors)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(Issuance.ClientAuthentication);
        return chain.Build(certificate);
    }
}
