using CloudletK8s.ApiServer.Admission;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Authorization;
using CloudletK8s.ApiServer.Discovery;
using CloudletK8s.ApiServer.Http;
using CloudletK8s.ApiServer.Metrics;
using CloudletK8s.ApiServer.OpenApi;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Subresources;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.Store;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.ApiServer;

/// <summary>The API server, put together. A host gives it a store, and its handler the requests.</summary>
public sealed class ApiServerHost
{
    private ApiServerHost(ApiHandler handler, ResourceVerbs verbs, ServedResources served)
    {
        Handler = handler;
        Verbs = verbs;
        Served = served;
    }

    public ApiHandler Handler { get; }

    /// <summary>For callers in the same process.</summary>
    public ResourceVerbs Verbs { get; }

    public ServedResources Served { get; }

    public static ApiServerHost Create(IClusterStore store, ApiServerOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        var served = new ServedResources(new ResourceCatalog(BuiltInResources.Over(store)));
        var random = new Random();
        var authorizer = new MastersAuthorizer();
        var tokens = new ServiceAccountTokens(store, new SigningKey(options.ServiceAccountKeyFile), options.ServiceAccountIssuer, time);
        var bearers = new BearerTokens(options.AdminToken, tokens, new BootstrapTokens(store.Resource("secrets"), time));
        var admission = new AdmissionChain([new NamespaceLifecycle(store.Resource("namespaces"))]);
        var writer = new ObjectWriter(admission, [], random);
        var subresources = new SubresourceTable(served, authorizer, tokens, bearers, new NoNodes());
        var verbs = new ResourceVerbs(served, writer, subresources, new WatchLimits(options.LongestWatch, random), time);
        var metrics = new RequestMetrics();
        var paths = new FixedPaths(
        [
            new HealthPaths([]), new MetricsPath(metrics), new VersionPath(), new DiscoveryPaths(served), new OpenApiPaths(served, time),
            new KeyDocuments(tokens, options.ServiceAccountIssuer),
        ]);
        var authenticator = new RequestAuthenticator(bearers, tokens.DefaultAudience, new Impersonation(authorizer));
        var handler = new ApiHandler(verbs, authenticator, authorizer, paths, metrics, time, loggers.CreateLogger<ApiHandler>());
        return new(handler, verbs, served);
    }
}
