using CloudletK8s.ApiServer.Errors;
using CloudletK8s.ApiServer.Http;
using CloudletK8s.ApiServer.Resources;
using Microsoft.AspNetCore.Http;

namespace CloudletK8s.ApiServer.Discovery;

/// <summary>The root: a list of the paths that lead on.</summary>
internal sealed class RootPath(ServedResources served) : IFixedPath
{
    private static readonly string[] Others =
    [
        "/.well-known/openid-configuration", "/api", "/apis", "/healthz", "/livez", "/metrics", "/openapi/v2", "/openapi/v3",
        "/openid/v1/jwks", "/readyz", "/version",
    ];

    public IReadOnlyList<string> Exact { get; } = ["/"];

    public IReadOnlyList<string> Prefixes { get; } = [];

    public bool IsPublic => false;

    public ValueTask Respond(HttpContext http)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
            throw ApiErrors.VerbNotAllowed();

        var paths = served.Current.Kinds
            .SelectMany(kind => kind.Group.Length == 0
                ? [$"/api/{kind.Version}"]
                : (string[])[$"/apis/{kind.Group}", $"/apis/{kind.ApiVersion}"])
            .Concat(Others)
            .Distinct()
            .Order(StringComparer.Ordinal);
        return DiscoveryJson.Write(json => DiscoveryJson.Strings(json, "paths", paths)).Send(http);
    }
}
