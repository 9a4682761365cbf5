using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Hosting;

/// <summary>
/// Ends watches when the server stops, so that their clients read a whole answer and open the next elsewhere. Other requests are
/// short and finish by themselves.
/// </summary>
public static class EndingWatches
{
    public static RequestDelegate On(RequestDelegate handle, CancellationToken stopping) => http =>
        IsWatch(http.Request) ? HandleUntil(http, handle, stopping) : handle(http);

    private static bool IsWatch(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && (request.QueryString.Value?.Contains("watch=", StringComparison.Ordinal) == true
            || request.Path.Value?.Contains("/watch/", StringComparison.Ordinal) == true);

    private static async Task HandleUntil(HttpContext http, RequestDelegate handle, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        http.RequestAborted = ending.Token;
        await handle(http);
    }
}
