using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace CloudletK8s.ApiServer.Webhooks;

/// <summary>Calls one webhook: JSON there, JSON back, within limits.</summary>
internal sealed class WebhookClient : IDisposable
{
    /// <summary>More calls at once wait for a connection, within their time.</summary>
    private const int MostConnections = 64;

    /// <summary>An answer holds at most what a request could hold several times over.</summary>
    private const int MostAnswerBytes = 32 * 1024 * 1024;

    /// <summary>A connection is not kept longer, since the service may have moved.</summary>
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan IdleLife = TimeSpan.FromSeconds(60);
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly WebhookTarget _target;
    private readonly TimeProvider _time;
    private readonly WebhookTrust _trust;
    private readonly HttpMessageInvoker _http;

    public WebhookClient(WebhookTarget target, ServiceEndpoints services, TimeProvider time)
    {
        _target = target;
        _time = time;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            MaxConnectionsPerServer = MostConnections,
            PooledConnectionLifetime = ConnectionLife,
            PooledConnectionIdleTimeout = IdleLife,
        };
        _trust = new(target);
        handler.SslOptions.RemoteCertificateValidationCallback = _trust.Accepts;
        if (target.IsService)
            handler.ConnectCallback = (_, cancelled) => Connect(target, services, cancelled);
        _http = new(handler, disposeHandler: true);
    }

    /// <exception cref="WebhookFailureException">It could not be called, or did not answer as it should.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> Post(ReadOnlyMemory<byte> body, TimeSpan timeout, bool tellTimeout, CancellationToken cancellationToken)
    {
        var shown = _target.Show(tellTimeout ? timeout : null);
        using var limit = new CancellationTokenSource(timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, shown);
        request.Version = HttpVersion.Version11;
        request.Headers.TryAddWithoutValidation("Accept", "application/json, */*");
        request.Headers.TryAddWithoutValidation("User-Agent", "cloudlet-apiserver");
        request.Content = new ReadOnlyMemoryContent(body);
        request.Content.Headers.ContentType = Json;
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            var answer = await Read(response.Content, either.Token);
            return response.IsSuccessStatusCode ? answer : throw new WebhookFailureException(WebhookErrors.OfStatus((int)response.StatusCode, answer.Span));
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new WebhookFailureException($"Post \"{shown}\": context deadline exceeded", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            throw new WebhookFailureException($"Post \"{shown}\": {WebhookErrors.Explain(e, _target, _trust.Refusal)}", e);
        }
    }

    public void Dispose() => _http.Dispose();

    private static async ValueTask<ReadOnlyMemory<byte>> Read(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var answer = new ArrayBufferWriter<byte>(4096);
        while (true)
        {
            var read = await stream.ReadAsync(answer.GetMemory(4096), cancellationToken);
            if (read == 0)
                return answer.WrittenMemory;

            answer.Advance(read);
            if (answer.WrittenCount > MostAnswerBytes)
                throw new WebhookFailureException($"the webhook's answer is larger than {MostAnswerBytes} bytes");
        }
    }

    private static async ValueTask<Stream> Connect(WebhookTarget target, ServiceEndpoints services, CancellationToken cancellationToken)
    {
        var endpoint = await services.Resolve(target.ServiceNamespace, target.ServiceName, target.ServicePort, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new WebhookFailureException($"dial tcp {WebhookErrors.Show(endpoint)}: {WebhookErrors.OfSocket(e)}", e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
