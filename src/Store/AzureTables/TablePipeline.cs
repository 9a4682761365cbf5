using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CloudletK8s.Store.AzureTables;

/// <summary>Azure.Core's pipeline, set up for tables.</summary>
internal static class TablePipeline
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(35);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    // The emulator closes an idle connection after 5 s, and a request sent at that moment fails.
    private static readonly TimeSpan EmulatorIdleTimeout = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(60);

    public static HttpPipeline Create(HttpPipelinePolicy authentication, HttpClient http)
    {
        var options = new Options { Transport = new HttpClientTransport(http), RetryPolicy = new TableRetryPolicy() };
        options.Retry.NetworkTimeout = RequestTimeout;
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        return HttpPipelineBuilder.Build(options, [], [authentication], new ResponseClassifier());
    }

    public static HttpClient CreateClient(Uri endpoint, Func<HttpMessageHandler, HttpMessageHandler>? around)
    {
        HttpMessageHandler handler = new SocketsHttpHandler
        {
            PooledConnectionIdleTimeout = endpoint.IsLoopback ? EmulatorIdleTimeout : IdleTimeout,
            ConnectTimeout = ConnectTimeout,
            UseProxy = !endpoint.IsLoopback,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
        };
        return new HttpClient(around is null ? handler : around(handler)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private sealed class Options : ClientOptions;
}
