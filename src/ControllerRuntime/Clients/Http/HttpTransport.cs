using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ControllerRuntime.Clients.Connections;
using CloudletK8s.ControllerRuntime.Clients.Transports;

namespace CloudletK8s.ControllerRuntime.Clients.Http;

/// <summary>Calls any Kubernetes API server. Owns the HTTP client that it is given.</summary>
public sealed class HttpTransport(HttpClient http) : IApiTransport, IDisposable
{
    /// <summary>A list of this size would be a mistake; it is not read into memory.</summary>
    private const long LongestAnswer = 1L << 30;

    private const string Metadata = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1,application/json";
    private const string MetadataList = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>Opens no connection yet.</summary>
    public static HttpTransport Connect(ConnectionSettings settings, TimeProvider time) => new(HttpConnection.Open(settings, time));

    public async ValueTask<ApiAnswer> Send(ApiCall call, CancellationToken cancellationToken)
    {
        using var request = Request(call);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var code = (int)response.StatusCode;
        var body = await Read(response, cancellationToken);
        return response.IsSuccessStatusCode
            ? new(code, LeftOut.From(JsonTreeReader.ReadTrusted(body, call.Answer), call))
            : new(code, FailureBody.Read(response, body));
    }

    public async IAsyncEnumerable<ApiFrame> Watch(ApiCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = Request(call);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            yield return new("ERROR", FailureBody.Read(response, await Read(response, cancellationToken)));
            yield break;
        }

        var lines = new WatchLines(await response.Content.ReadAsStreamAsync(cancellationToken), call.Answer);
        while (await lines.Next(cancellationToken) is { } frame)
            yield return frame with { Object = LeftOut.From(frame.Object, call) };
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Request(ApiCall call)
    {
        // The client's defaults do not reach messages that are made by hand.
        var request = new HttpRequestMessage(Method(call.Verb), CallPath.Of(call))
        {
            Version = http.DefaultRequestVersion,
            VersionPolicy = http.DefaultVersionPolicy,
        };
        if (call.MetadataOnly)
            request.Headers.TryAddWithoutValidation("Accept", call.Verb == "list" ? MetadataList : Metadata);
        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(JsonTreeWriter.ToUtf8(body));
            request.Content.Headers.ContentType = call.ContentType.Length > 0 ? new(call.ContentType) : Json;
        }

        return request;
    }

    private static HttpMethod Method(string verb) => verb switch
    {
        "get" or "list" or "watch" => HttpMethod.Get,
        "create" => HttpMethod.Post,
        "update" => HttpMethod.Put,
        "patch" => HttpMethod.Patch,
        "delete" => HttpMethod.Delete,
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "no such verb"),
    };

    private static async ValueTask<byte[]> Read(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(LongestAnswer, cancellationToken);
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }
}
