using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using CloudletK8s.Api.Values;

namespace CloudletK8s.ApiServer.Webhooks;

/// <summary>Why a call failed, in the words that clients of Kubernetes know.</summary>
internal static class WebhookErrors
{
    /// <summary>Of an answer that is no success, as much as helps.</summary>
    private const int LongestShown = 1024;

    /// <param name="refusal">Why the last certificate was not trusted.</param>
    public static string Explain(Exception failure, WebhookTarget target, string refusal)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case WebhookFailureException known:
                    return known.Message;
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData }:
                    return $"dial tcp: lookup {target.Url.Host}: no such host";
                case SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.Shutdown }:
                    return "EOF";
                case SocketException socket:
                    return $"dial tcp {target.Url.Host}:{target.Url.Port}: {OfSocket(socket)}";
                case AuthenticationException when refusal.Length > 0:
                    return refusal;
            }
        }

        return failure is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
            ? "tls: handshake failure"
            : "EOF";
    }

    public static string OfSocket(SocketException failure) => failure.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => "connect: connection refused",
        SocketError.NetworkUnreachable => "connect: network is unreachable",
        SocketError.HostUnreachable => "connect: no route to host",
        SocketError.TimedOut => "i/o timeout",
        _ => $"connect: {failure.Message.ToLowerInvariant()}",
    };

    public static string OfStatus(int code, ReadOnlySpan<byte> body)
    {
        var said = Encoding.UTF8.GetString(body.Length > LongestShown ? body[..LongestShown] : body).Trim();
        return code switch
        {
            401 => "the server has asked for the client to provide credentials",
            403 => $"{(said.Length > 0 ? said : "unknown")}",
            404 => "the server could not find the requested resource",
            405 => "the server does not allow this method on the requested resource",
            413 => "the server responded with the status code 413 but did not return more information",
            429 => "the server has received too many requests and has asked us to try again later",
            503 => "the server is currently unable to handle the request",
            504 => "the server was unable to return a response in the time allotted, but may still be processing the request",
            >= 500 => $"an error on the server ({GoQuote.Text(said)}) has prevented the request from succeeding",
            _ => "the server rejected our request for an unknown reason",
        };
    }

    public static string Show(EndPoint endpoint) => endpoint is DnsEndPoint name ? $"{name.Host}:{name.Port}" : endpoint.ToString()!;
}
