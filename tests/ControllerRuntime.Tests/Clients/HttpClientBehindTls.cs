using System.Net;
using System.Security.Cryptography.X509Certificates;
using CloudletK8s.ApiServer;
using CloudletK8s.ApiServer.Hosting;
using CloudletK8s.ControllerRuntime.Clients.Connections;
using CloudletK8s.ControllerRuntime.Clients.Http;
using CloudletK8s.ControllerRuntime.Clients.Transports;
using CloudletK8s.ControllerRuntime.Tests.Connections;
using CloudletK8s.TestKit.Clients;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudletK8s.ControllerRuntime.Tests.Clients;

/// <summary>HTTP/2, and the caller known by its certificate.</summary>
public sealed class HttpClientBehindTls : ApiClientSuite
{
    private readonly TestAuthority _authority = new();
    private WebListener? _listener;
    private HttpTransport? _transport;

    public override async Task DisposeAsync()
    {
        _transport?.Dispose();
        if (_listener is not null)
            await _listener.DisposeAsync();
        await base.DisposeAsync();
        _authority.Dispose();
    }

    protected override async ValueTask<IApiTransport> Connect(ApiServerHost host)
    {
        var tls = new HttpsConnectionAdapterOptions
        {
            ServerCertificate = _authority.Server(),
            ClientCertificateMode = ClientCertificateMode.AllowCertificate,
            ClientCertificateValidation = (certificate, _, _) => _authority.Vouches(certificate),
        };
        var options = new ListenerOptions(new IPEndPoint(IPAddress.Loopback, 0)) { Tls = tls };
        _listener = await WebListener.Start(options, host.Handler.Handle, NullLoggerFactory.Instance, Ending);
        var (certificate, key) = _authority.Client();
        var settings = new ConnectionSettings(new Uri($"https://127.0.0.1:{_listener.Port}"))
        {
            Authorities = [_authority.Certificate],
            ClientCertificate = X509Certificate2.CreateFromPem(certificate, key),
        };
        return _transport = HttpTransport.Connect(settings, TimeProvider.System);
    }
}
