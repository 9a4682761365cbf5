using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Discovery;

/// <summary>An answer that stays the same until what is served changes.</summary>
internal sealed record Document(ReadOnlyMemory<byte> Bytes, string ContentType, string ETag)
{
    public static Document Of(ReadOnlyMemory<byte> bytes, string contentType) =>
        new(bytes, contentType, $"\"{Convert.ToHexString(SHA256.HashData(bytes.Span))}\"");

    public async ValueTask Send(HttpContext http)
    {
        http.Response.Headers.ETag = ETag;
        http.Response.Headers.Vary = "Accept";
        http.Response.Headers.CacheControl = "public";
        if (http.Request.Headers.IfNoneMatch == ETag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = ContentType;
        http.Response.ContentLength = Bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.BodyWriter.WriteAsync(Bytes, http.RequestAborted);
    }
}
