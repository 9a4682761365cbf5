using System.Net;
using System.Net.Security;
using CloudletK8s.ApiServer.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudletK8s.ControllerRuntime.Tests.Connections;

/// <summary>An answer that is longer than what sockets hold, so that its sender has to wait for its reader.</summary>
public sealed class LongAnswerBehindTls : IAsyncLifetime
{
    private const int Parts = 400;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly TestAuthority _authority = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebListener? _listener;

    public async Task InitializeAsync()
    {
        var tls = new HttpsConnectionAdapterOptions { ServerCertificate = _authority.Server() };
        var options = new ListenerOptions(new IPEndPoint(IPAddress.Loopback, 0))
        {
            Tls = tls,
            Limits = new() { BytesPerSecond = 1_000_000, BytesPerSecondGrace = TimeSpan.FromSeconds(1.1) },
        };
        _listener = await WebListener.Start(options, Answer, NullLoggerFactory.Instance, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _listener!.DisposeAsync();
        _authority.Dispose();
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Arrives_whole_and_in_order(string version)
    {
        using var client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/parts") { Version = new(version), VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var body = await response.Content.ReadAsByteArrayAsync();

        var at = 0;
        for (var part = 0; part < Parts; part++)
        {
            Assert.Equal(-1, body.AsSpan(at, LengthOf(part)).IndexOfAnyExcept((byte)part));
            at += LengthOf(part);
        }

        Assert.Equal(at, body.Length);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Ends_when_its_reader_leaves(string version)
    {
        using (var client = Client())
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/endless") { Version = new(version), VersionPolicy = HttpVersionPolicy.RequestVersionExact };
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await using var stream = await response.Content.ReadAsStreamAsync();
            await stream.ReadExactlyAsync(new byte[1000]);
        }

        await _ended.Task.WaitAsync(Limit);
    }

    [Fact]
    public async Task Ends_when_its_reader_is_too_slow()
    {
        using var client = Client();
        using var response = await client.GetAsync(new Uri("/endless", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

        await _ended.Task.WaitAsync(Limit);
    }

    private async Task Answer(HttpContext http)
    {
        var parts = http.Request.Path == "/endless" ? int.MaxValue : Parts;
        var output = http.Response.BodyWriter;
        try
        {
            for (var part = 0; part < parts; part++)
            {
                output.GetSpan(LengthOf(part))[..LengthOf(part)].Fill((byte)part);
                output.Advance(LengthOf(part));
                if ((await output.FlushAsync(http.RequestAborted)).IsCompleted)
                    break;
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // What is tested: the sender has been told.
        }

        _ended.TrySetResult();
    }

    /// <summary>Around the sizes at which TLS begins another record, and the socket another packet.</summary>
    private static int LengthOf(int part) => (part % 5) switch
    {
        0 => 64 * 1024,
        1 => 1,
        2 => (32 * 1024) - 1,
        3 => 32 * 1024,
        _ => 7_000,
    };

    private HttpClient Client() => new(new SocketsHttpHandler
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null && _authority.Vouches(new(certificate)),
        },
    })
    {
        BaseAddress = new Uri($"https://127.0.0.1:{_listener!.Port}"),
    };
}
