using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using CloudletK8s.ApiServer.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CloudletK8s.ApiServer.Http.WebSockets;

/// <summary>Turns a request into a WebSocket, as RFC 6455 has it.</summary>
internal static class WebSocketHandshake
{
    /// <summary>What a browser, which cannot send headers of its own, puts before its bearer token among the subprotocols.</summary>
    public const string BearerProtocol = "base64url.bearer.authorization.k8s.io.";

    private const string Guid = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private const string Version = "13";

    public static bool IsAskedFor(HttpContext http) =>
        http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true }
        && HttpMethods.IsGet(http.Request.Method)
        && http.Request.Headers.Upgrade.ToString().Equals("websocket", StringComparison.OrdinalIgnoreCase);

    /// <summary>The subprotocols that the client offers, without its token.</summary>
    public static IEnumerable<string> Offered(HttpRequest request) => All(request).Where(protocol => !protocol.StartsWith(BearerProtocol, StringComparison.Ordinal));

    /// <summary>The token among the subprotocols; null when there is none.</summary>
    public static string? Token(HttpRequest request)
    {
        foreach (var protocol in All(request).Where(protocol => protocol.StartsWith(BearerProtocol, StringComparison.Ordinal)))
        {
            try
            {
                return Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(protocol.AsSpan(BearerProtocol.Length)));
            }
            catch (FormatException)
            {
                return ""; // A token that nobody has.
            }
        }

        return null;
    }

    /// <param name="protocol">One of those that the client offers; null when it offers none.</param>
    public static async ValueTask<WebSocket> Accept(HttpContext http, string? protocol)
    {
        var key = http.Request.Headers.SecWebSocketKey.ToString();
        if (key.Length == 0 || http.Request.Headers.SecWebSocketVersion != Version)
            throw ApiErrors.BadRequest($"a WebSocket needs a Sec-WebSocket-Key, and version {Version} of the protocol");

        var headers = http.Response.Headers;
        headers.Connection = "Upgrade";
        headers.Upgrade = "websocket";
        headers.SecWebSocketAccept = AcceptanceOf(key);
        if (protocol is not null)
            headers.SecWebSocketProtocol = protocol;
        var stream = await http.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
        return WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true, SubProtocol = protocol });
    }

    private static IEnumerable<string> All(HttpRequest request) => request.Headers.SecWebSocketProtocol
        .SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

#pragma warning disable CA5350 // The protocol says SHA-1; it proves that the server speaks it, and protects nothing.
    private static string AcceptanceOf(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + Guid)));
#pragma warning restore CA5350
}
