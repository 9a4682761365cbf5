namespace CloudletK8s.ApiServer.Hosting;

/// <summary>What one connection may cost. The body's own limit (3 MiB) belongs to the request pipeline, which answers it as a Status.</summary>
public sealed record HttpLimits
{
    /// <summary>A backstop above the pipeline's limit, so that no body is read to memory that the pipeline would not refuse.</summary>
    public long RequestBodyBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Selectors and continue tokens travel in the request line.</summary>
    public int RequestLineBytes { get; init; } = 32 * 1024;

    public int RequestHeadersBytes { get; init; } = 64 * 1024;

    public int RequestHeaderCount { get; init; } = 200;

    public TimeSpan RequestHeadersTimeout { get; init; } = TimeSpan.FromSeconds(32);

    /// <summary>How long a connection without a request stays open.</summary>
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>A sender or reader that is slower than this after the grace period is cut off.</summary>
    public int BytesPerSecond { get; init; } = 240;

    public TimeSpan BytesPerSecondGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A client-go process keeps all its watches on one connection.</summary>
    public int StreamsPerConnection { get; init; } = 1000;

    /// <summary>When an HTTP/2 connection has been silent so long, it is asked whether its peer is still there.</summary>
    public TimeSpan PingDelay { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(15);
}
