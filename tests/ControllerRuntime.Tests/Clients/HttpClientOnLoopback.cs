using System.Net;
using CloudletK8s.ApiServer;
using CloudletK8s.ApiServer.Hosting;
using CloudletK8s.ControllerRuntime.Clients.Connections;
using CloudletK8s.ControllerRuntime.Clients.Http;
using CloudletK8s.ControllerRuntime.Clients.Transports;
using CloudletK8s.TestKit.Clients;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudletK8s.ControllerRuntime.Tests.Clients;

public sealed class HttpClientOnLoopback : ApiClientSuite
{
    private WebListener? _listener;
    private HttpTransport? _transport;

    public override async Task DisposeAsync()
    {
        _transport?.Dispose();
        if (_listener is not null)
            await _listener.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override async ValueTask<IApiTransport> Connect(ApiServerHost host)
    {
        _listener = await WebListener.Start(new(new IPEndPoint(IPAddress.Loopback, 0)), host.Handler.Handle, NullLoggerFactory.Instance, Ending);
        var settings = new ConnectionSettings(new Uri($"http://127.0.0.1:{_listener.Port}")) { Token = Token };
        return _transport = HttpTransport.Connect(settings, TimeProvider.System);
    }
}
