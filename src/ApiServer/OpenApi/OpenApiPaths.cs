using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Http;
using CloudletK8s.ApiServer.Negotiation;
using CloudletK8s.ApiServer.Resources;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.OpenApi;

/// <summary>/openapi/v2, whole; /openapi/v3, an index and a part a group and version.</summary>
internal sealed class OpenApiPaths(ServedResources served, TimeProvider time) : IFixedPath
{
    private const string V3 = "/openapi/v3/";

    private volatile OpenApiDocuments? _documents;

    public IReadOnlyList<string> Exact { get; } = ["/openapi/v2", "/openapi/v3"];

    public IReadOnlyList<string> Prefixes { get; } = [V3];

    public bool IsPublic => false;

    public async ValueTask Respond(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            throw ApiErrors.VerbNotAllowed();

        await served.Newest(http.RequestAborted);
        var path = http.Request.Path.Value!.TrimEnd('/');
        if (path == "/openapi/v3")
            await Documents().Index().Send(http);
        else if (path == "/openapi/v2")
            await Documents().V2(WantsProtobuf(http, "v2")).Send(http);
        else
            await SendPart(http, path[V3.Length..]);
    }

    private async ValueTask SendPart(HttpContext http, string path)
    {
        var document = Documents().V3(path, WantsProtobuf(http, "v3")) ?? throw ApiErrors.NoSuchPath();
        var hash = http.Request.Query["hash"].ToString();
        if (hash.Length > 0 && hash != document.Hash)
        {
            http.Response.Redirect($"{V3}{path}?hash={document.Hash}", permanent: true);
            return;
        }

        if (hash.Length > 0)
        {
            http.Response.Headers.CacheControl = "public, immutable";
            http.Response.Headers.Expires = time.GetUtcNow().AddYears(1).ToString("R");
        }

        await document.Send(http);
    }

    private OpenApiDocuments Documents()
    {
        var catalog = served.Current;
        var known = _documents;
        return known?.Catalog == catalog ? known : _documents = new(catalog, known);
    }

    private static bool WantsProtobuf(HttpContext http, string version)
    {
        var accept = http.Request.Headers.Accept.ToString();
        if (!accept.Contains("proto-openapi", StringComparison.Ordinal))
            return false;

        foreach (var range in MediaRange.ParseAccept(accept))
        {
            if (range.Matches("application", $"com.github.proto-openapi.spec.{version}.v1.0+protobuf")
                || range.Matches("application", $"com.github.proto-openapi.spec.{version}@v1.0+protobuf"))
                return range.Subtype != "*";
            if (range.Matches("application", "json"))
                return false;
        }

        return false;
    }
}
