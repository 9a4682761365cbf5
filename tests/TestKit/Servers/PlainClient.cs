using System.Net.Http.Headers;
using System.Text;

namespace CloudletK8s.TestKit.Servers;

/// <summary>Sends exactly what a test says, and shows exactly what came back.</summary>
public sealed class PlainClient : IDisposable
{
    public const string Json = "application/json";
    public const string MergePatch = "application/merge-patch+json";
    public const string JsonPatch = "application/json-patch+json";
    public const string StrategicPatch = "application/strategic-merge-patch+json";
    public const string Apply = "application/apply-patch+yaml";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly HttpClient _http;

    public PlainClient(Uri server, string token)
    {
        _http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = server, Timeout = Limit };
        if (token.Length > 0)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>For what this class does not offer.</summary>
    public HttpClient Http => _http;

    public Task<ApiAnswer> Get(string path, params (string Name, string Value)[] headers) => Send("GET", path, (byte[]?)null, null, headers);

    public Task<ApiAnswer> Post(string path, string body, string contentType = Json) => Send("POST", path, body, contentType);

    public Task<ApiAnswer> Put(string path, string body, string contentType = Json) => Send("PUT", path, body, contentType);

    public Task<ApiAnswer> Patch(string path, string body, string contentType = MergePatch) => Send("PATCH", path, body, contentType);

    public Task<ApiAnswer> Delete(string path, string? body = null) => Send("DELETE", path, body, body is null ? null : Json);

    public Task<ApiAnswer> Send(string method, string path, string? body, string? contentType, params (string Name, string Value)[] headers) =>
        Send(method, path, body is null ? null : Encoding.UTF8.GetBytes(body), contentType, headers);

    public async Task<ApiAnswer> Send(string method, string path, byte[]? body, string? contentType, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            if (contentType is not null)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content!.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        return new ApiAnswer(
            (int)response.StatusCode,
            await response.Content.ReadAsByteArrayAsync(),
            response.Headers.Concat(response.Content.Headers).ToDictionary(
                header => header.Key, header => (IReadOnlyList<string>)[.. header.Value], StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Ends when the server ends the watch or the reader is disposed.</summary>
    public async Task<WatchReader> Watch(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new WatchReader(response, await response.Content.ReadAsStreamAsync());
    }

    public void Dispose() => _http.Dispose();
}
