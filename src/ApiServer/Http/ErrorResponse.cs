using System.Text;
using CloudletK8s.Api.Trees.Json;
using CloudletK8s.ApiServer.Errors;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Http;

internal static class ErrorResponse
{
    public static async ValueTask Write(HttpContext http, ApiException error)
    {
        if (http.Response.HasStarted)
        {
            // Too late for a status: a broken connection is the only way left to say that the answer is not whole.
            http.Abort();
            return;
        }

        // As a whole, not piece by piece: when the client has gone Kestrel hands out no memory to write to.
        var bytes = error.IsPlainText ? Encoding.UTF8.GetBytes(error.Message + "\n") : JsonTreeWriter.ToUtf8(error.ToStatus());
        http.Response.StatusCode = error.Code;
        if (error.RetryAfterSeconds is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString();
        http.Response.ContentType = error.IsPlainText ? "text/plain; charset=utf-8" : "application/json";
        if (error.IsPlainText)
            http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.ContentLength = bytes.Length;
        await http.Response.BodyWriter.WriteAsync(bytes, CancellationToken.None);
    }
}
