using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace CloudletK8s.ControllerRuntime.Clients.Connections;

/// <summary>An HTTP client for one server: HTTP/2 where TLS can agree on it.</summary>
internal static class HttpConnection
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(15);

    /// <summary>A peer that vanished would leave a watch waiting forever; a ping finds out.</summary>
    private static readonly TimeSpan PingDelay = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PingLimit = TimeSpan.FromSeconds(15);

    public static HttpClient Open(ConnectionSettings settings, TimeProvider time)
    {
        HttpMessageHandler handler = Sockets(settings);
        if (BearerToken.Of(settings, time) is { } token)
            handler = new BearerTokenHandler(token, handler);

        return new(handler)
        {
            BaseAddress = settings.Server,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            DefaultRequestHeaders = { { "User-Agent", "cloudlet/0.1" }, { "Accept", "application/json" } },

            // Watches last for hours; whoever wants a call to end earlier cancels it.
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    private static SocketsHttpHandler Sockets(ConnectionSettings settings)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectTimeout = ConnectLimit,
            EnableMultipleHttp2Connections = true,
            KeepAlivePingDelay = PingDelay,
            KeepAlivePingTimeout = PingLimit,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip,
        };
        var tls = handler.SslOptions;
        if (settings.Authorities.Count > 0)
        {
            tls.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
            };
            tls.CertificateChainPolicy.CustomTrustStore.AddRange(settings.Authorities);
        }

        if (settings.ServerName.Length > 0)
            tls.TargetHost = settings.ServerName;
        if (settings.ClientCertificate is { } certificate)
            tls.ClientCertificates = [certificate];
        return handler;
    }
}
