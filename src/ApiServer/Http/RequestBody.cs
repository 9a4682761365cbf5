using System.Buffers;
using CloudletK8s.ApiServer.Errors;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Http;

internal static class RequestBody
{
    /// <summary>Kubernetes' limit for a body.</summary>
    public const int MaximumBytes = 3 * 1024 * 1024;

    public static async ValueTask<ReadOnlyMemory<byte>> Read(HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Request.ContentLength == 0 || HttpMethods.IsGet(http.Request.Method))
            return default;
        if (http.Request.ContentLength > MaximumBytes)
            throw TooLarge();

        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > MaximumBytes)
            {
                // Kestrel reads what is left before the next request, and cannot while this read is open.
                reader.AdvanceTo(read.Buffer.End);
                throw TooLarge();
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return Decompress(http, body);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public static ApiException TooLarge() =>
        ApiErrors.RequestEntityTooLarge($"Request entity too large: limit is {MaximumBytes}");

    private static byte[] Decompress(HttpContext http, byte[] body)
    {
        if (http.Request.Headers.ContentEncoding != "gzip")
            return body;

        try
        {
            using var gzip = new System.IO.Compression.GZipStream(new MemoryStream(body), System.IO.Compression.CompressionMode.Decompress);
            var plain = new byte[MaximumBytes + 1];
            var length = gzip.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false);
            return length > MaximumBytes ? throw TooLarge() : plain[..length];
        }
        catch (InvalidDataException e)
        {
            throw ApiErrors.BadRequest($"the gzip body cannot be read: {e.Message}");
        }
    }
}
