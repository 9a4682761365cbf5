using System.IO.Compression;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Http;

/// <summary>Compresses long answers for clients that can read it. Watches are not: each event would wait for the next.</summary>
internal static class GzipOutput
{
    /// <summary>Shorter answers cost more time to compress than to send; the limit is Kubernetes'.</summary>
    public const int ThresholdBytes = 128 * 1024;

    private const int BufferBytes = 64 * 1024;

    /// <summary>Sends an answer that is there as a whole.</summary>
    public static async ValueTask Write(HttpContext http, ReadOnlyMemory<byte> body)
    {
        if (IsWanted(http.Request, body.Length))
        {
            await Write(http, body.Length, (output, cancelled) => Copy(output, body, cancelled));
            return;
        }

        http.Response.ContentLength = body.Length;
        await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }

    /// <param name="bytes">How long the answer will be, about.</param>
    public static async ValueTask Write(HttpContext http, long bytes, Func<PipeWriter, CancellationToken, ValueTask> write)
    {
        var response = http.Response;
        if (!IsWanted(http.Request, bytes))
        {
            await response.StartAsync(http.RequestAborted);
            await write(response.BodyWriter, http.RequestAborted);
            await response.BodyWriter.FlushAsync(http.RequestAborted);
            return;
        }

        response.ContentLength = null;
        response.Headers.ContentEncoding = "gzip";
        response.Headers.Vary = "Accept-Encoding";
        await response.StartAsync(http.RequestAborted);
        await using var gzip = new GZipStream(response.BodyWriter.AsStream(leaveOpen: true), CompressionLevel.Fastest);
        var output = PipeWriter.Create(gzip, new(minimumBufferSize: BufferBytes, leaveOpen: true));
        await write(output, http.RequestAborted);
        await output.CompleteAsync();
    }

    private static bool IsWanted(HttpRequest request, long bytes) => bytes > ThresholdBytes && Accepts(request);

    private static async ValueTask Copy(PipeWriter output, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        await output.WriteAsync(body, cancellationToken);

    /// <summary>Only the bare word counts, as in Kubernetes.</summary>
    private static bool Accepts(HttpRequest request)
    {
        foreach (var header in request.Headers.AcceptEncoding)
        {
            foreach (var part in (header ?? "").AsSpan().Split(','))
            {
                if (header.AsSpan()[part].Trim().SequenceEqual("gzip"))
                    return true;
            }
        }

        return false;
    }
}
