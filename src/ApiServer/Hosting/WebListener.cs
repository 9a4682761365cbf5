using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CloudletK8s.ApiServer.Hosting;

/// <summary>
/// Kestrel alone. The generic host around it would bring configuration, dependency injection and routing that the API server
/// does not use, and costs a fresh process 7 MB and a tenth of a second (docs/benchmarks.md).
/// </summary>
public sealed class WebListener : IAsyncDisposable
{
    private readonly KestrelServer _server;
    private readonly TimeSpan _stopTimeout;
    private bool _isStopped;

    private WebListener(KestrelServer server, TimeSpan stopTimeout)
    {
        _server = server;
        _stopTimeout = stopTimeout;
    }

    /// <summary>The port that was bound.</summary>
    public int Port => new Uri(_server.Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    /// <exception cref="IOException">The port is in use, or the address is not one of this machine.</exception>
    public static async Task<WebListener> Start(
        ListenerOptions options, RequestDelegate handle, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false, ApplicationServices = new KestrelServices(loggers) };
        Apply(options.Limits, kestrel.Limits);
        kestrel.Listen(options.EndPoint, listen => Configure(listen, options));

        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions { Backlog = 1024 }), loggers);
        var server = new KestrelServer(Options.Create(kestrel), transport, loggers);
        try
        {
            await server.StartAsync(new RequestApplication(handle), cancellationToken);
            return new WebListener(server, options.StopTimeout);
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Takes no more requests, waits a moment for those under way, and cuts what is left.</summary>
    public async Task Stop()
    {
        if (_isStopped)
            return;

        _isStopped = true;
        using var limit = new CancellationTokenSource(_stopTimeout);
        await _server.StopAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _server.Dispose();
    }

    private static void Configure(Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions listen, ListenerOptions options)
    {
        if (options.Tls is null)
        {
            listen.Protocols = HttpProtocols.Http1;
            return;
        }

        listen.Protocols = HttpProtocols.Http1AndHttp2;
        listen.Use(SocketOutput.Under);
        listen.UseHttps(options.Tls);
    }

    private static void Apply(HttpLimits limits, KestrelServerLimits kestrel)
    {
        kestrel.MaxRequestBodySize = limits.RequestBodyBytes;
        kestrel.MaxRequestLineSize = limits.RequestLineBytes;
        kestrel.MaxRequestHeadersTotalSize = limits.RequestHeadersBytes;
        kestrel.MaxRequestHeaderCount = limits.RequestHeaderCount;
        kestrel.RequestHeadersTimeout = limits.RequestHeadersTimeout;
        kestrel.KeepAliveTimeout = limits.KeepAliveTimeout;
        kestrel.MinRequestBodyDataRate = new MinDataRate(limits.BytesPerSecond, limits.BytesPerSecondGrace);
        kestrel.MinResponseDataRate = new MinDataRate(limits.BytesPerSecond, limits.BytesPerSecondGrace);
        kestrel.Http2.MaxStreamsPerConnection = limits.StreamsPerConnection;
        kestrel.Http2.MaxRequestHeaderFieldSize = limits.RequestHeadersBytes;
        kestrel.Http2.KeepAlivePingDelay = limits.PingDelay;
        kestrel.Http2.KeepAlivePingTimeout = limits.PingTimeout;
    }
}
