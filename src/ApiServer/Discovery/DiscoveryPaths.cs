using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Http;
using CloudletK8s.ApiServer.Negotiation;
using CloudletK8s.ApiServer.Resources;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Discovery;

/// <summary>/api, /apis and what lies below them down to the versions: what is served, for clients that do not know yet.</summary>
internal sealed class DiscoveryPaths(ServedResources served) : IFixedPath
{
    private volatile DiscoveryDocuments? _documents;

    public IReadOnlyList<string> Exact { get; } = ["/api", "/apis"];

    public IReadOnlyList<string> Prefixes { get; } = ["/api/", "/apis/"];

    public bool IsPublic => false;

    public async ValueTask Respond(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            throw ApiErrors.VerbNotAllowed();

        await served.Newest(http.RequestAborted);
        var document = Find(http) ?? throw ApiErrors.NoSuchPage();
        await document.Send(http);
    }

    private Document? Find(HttpContext http)
    {
        var documents = Documents();
        var accept = http.Request.Headers.Accept.ToString();
        return http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["api"] when AggregatedVersion(accept) is { } version => documents.Aggregated(legacy: true, version),
            ["apis"] when AggregatedVersion(accept) is { } version => documents.Aggregated(legacy: false, version),
            ["api"] => documents.CoreVersions(http.Request.Host.Value ?? ""),
            ["apis"] => documents.Groups(),
            ["api", var version] => documents.Resources("", version),
            ["apis", var group] => documents.Group(group),
            ["apis", var group, var version] => documents.Resources(group, version),
            _ => null,
        };
    }

    /// <summary>The catalogue seldom changes; documents of an old one are dropped with it.</summary>
    private DiscoveryDocuments Documents()
    {
        var catalog = served.Current;
        var known = _documents;
        return known?.Catalog == catalog ? known : _documents = new(catalog);
    }

    /// <summary>The version of the aggregated form that the client prefers to the plain one, if any.</summary>
    private static string? AggregatedVersion(string accept)
    {
        if (!accept.Contains("APIGroupDiscoveryList", StringComparison.Ordinal))
            return null;

        foreach (var range in MediaRange.ParseAccept(accept))
        {
            if (range is { As: "APIGroupDiscoveryList", Group: "apidiscovery.k8s.io", Version: "v2" or "v2beta1" })
                return range.Version;
            if (range.As.Length == 0)
                return null;
        }

        return null;
    }
}
