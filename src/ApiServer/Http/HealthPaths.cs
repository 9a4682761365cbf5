using System.Text;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Http;

/// <summary>/healthz, /livez and /readyz, and each check below them.</summary>
internal sealed class HealthPaths(IReadOnlyList<IHealthCheck> checks) : IFixedPath
{
    public IReadOnlyList<string> Exact { get; } = ["/healthz", "/livez", "/readyz"];

    public IReadOnlyList<string> Prefixes { get; } = ["/healthz/", "/livez/", "/readyz/"];

    public bool IsPublic => true;

    public async ValueTask Respond(HttpContext http)
    {
        var parts = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var endpoint = parts[0];
        var one = parts.Length > 1 ? parts[1] : null;
        var excluded = http.Request.Query["exclude"].ToArray();
        var report = new StringBuilder();
        var healthy = true;
        var found = one is null;
        foreach (var check in checks.Where(check => check.Concerns(endpoint) && (one is null || check.Name == one)))
        {
            found = true;
            if (excluded.Contains(check.Name))
            {
                report.Append("[+]").Append(check.Name).Append(" excluded: ok\n");
                continue;
            }

            var failure = await check.Failure(http.RequestAborted);
            healthy &= failure is null;
            report.Append(failure is null ? "[+]" : "[-]").Append(check.Name)
                .Append(failure is null ? " ok\n" : " failed: reason withheld\n");
        }

        http.Response.StatusCode = !found ? 404 : healthy ? 200 : 500;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers["X-Content-Type-Options"] = "nosniff";
        var verbose = http.Request.Query.ContainsKey("verbose");
        var text = !found ? "404 page not found\n"
            : healthy && !verbose ? "ok"
            : report + (healthy ? $"{endpoint} check passed\n" : $"{endpoint} check failed\n");
        await http.Response.WriteAsync(text, http.RequestAborted);
    }
}
