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

        http.Response.StatusCode = error.Code;
        if (error.RetryAfterSeconds is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString();
        http.Response.ContentType = "application/json";

        // Kestrel's HTTP/1.1 writer hands out no memory before the answer was started.
        await http.Response.StartAsync(CancellationToken.None);
        JsonTreeWriter.Write(error.ToStatus(), http.Response.BodyWriter);
        await http.Response.BodyWriter.FlushAsync(CancellationToken.None);
    }
}
