using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace CloudletK8s.ApiServer.Hosting;

/// <summary>Where a <see cref="WebListener"/> listens, and how.</summary>
/// <param name="EndPoint">Port 0 takes a free one.</param>
public sealed record ListenerOptions(IPEndPoint EndPoint)
{
    /// <summary>Null: plain HTTP/1.1, as behind a proxy on the same machine.</summary>
    public HttpsConnectionAdapterOptions? Tls { get; init; }

    public HttpLimits Limits { get; init; } = new();

    /// <summary>How long requests may take to end once the listener stops; then their connections are cut.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(1);
}
