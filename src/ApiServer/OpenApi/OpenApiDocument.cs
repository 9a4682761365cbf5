using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.OpenApi;

/// <summary>A document as it is kept: compressed, since nearly every client takes it so.</summary>
internal sealed class OpenApiDocument
{
    private readonly byte[] _gzip;
    private readonly string _contentType;

    public OpenApiDocument(ReadOnlyMemory<byte> plain, string contentType, string hash)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(plain.Span);
        _gzip = compressed.ToArray();
        _contentType = contentType;
        Hash = hash;
    }

    public string Hash { get; }

    public async ValueTask Send(HttpContext http)
    {
        var response = http.Response;
        response.Headers.ETag = $"\"{Hash}\"";
        response.Headers.Append("Vary", "Accept");
        if (http.Request.Headers.IfNoneMatch == $"\"{Hash}\"")
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = _contentType;
        if (HttpMethods.IsHead(http.Request.Method))
            return;

        if (http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal))
        {
            response.Headers.ContentEncoding = "gzip";
            response.ContentLength = _gzip.Length;
            await response.BodyWriter.WriteAsync(_gzip, http.RequestAborted);
            return;
        }

        await using var plain = new GZipStream(new MemoryStream(_gzip), CompressionMode.Decompress);
        await plain.CopyToAsync(response.Body, http.RequestAborted);
    }
}
