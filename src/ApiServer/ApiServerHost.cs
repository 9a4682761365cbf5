using CloudletK8s.ApiServer.Admission;
using CloudletK8s.ApiServer.Admission.Webhooks;
using CloudletK8s.ApiServer.Allocation;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Authorization;
using CloudletK8s.ApiServer.Bootstrap;
using CloudletK8s.ApiServer.CustomResources;
using CloudletK8s.ApiServer.Discovery;
using CloudletK8s.ApiServer.Http;
using CloudletK8s.ApiServer.Metrics;
using CloudletK8s.ApiServer.OpenApi;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ApiServer.Subresources;
using CloudletK8s.ApiServer.Verbs;
using CloudletK8s.ApiServer.Webhooks;
using CloudletK8s.Store;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.ApiServer;

/// <summary>The API server, put together. A host gives it a store, and its handler the requests.</summary>
public sealed class ApiServerHost : IAsyncDisposable
{
    private readonly ClusterBootstrap _bootstrap;
    private readonly DefinitionCleanup _cleanup;
    private readonly DefinitionFollower _follower;
    private readonly WebhookClients _webhooks;

    private ApiServerHost(
        ApiHandler handler, ResourceVerbs verbs, ServedResources served, ITokenIssuer tokens, ClusterBootstrap bootstrap,
        DefinitionCleanup cleanup, DefinitionFollower follower, WebhookClients webhooks)
    {
        _bootstrap = bootstrap;
        _cleanup = cleanup;
        _follower = follower;
        _webhooks = webhooks;
        Handler = handler;
        Verbs = verbs;
        Served = served;
        Tokens = tokens;
    }

    public ApiHandler Handler { get; }

    /// <summary>For callers in the same process.</summary>
    public ResourceVerbs Verbs { get; }

    public ServedResources Served { get; }

    public ITokenIssuer Tokens { get; }

    /// <summary>
    /// Creates what every cluster has. Returns when namespaces and the kubernetes service are there; the rest follows, and
    /// <see cref="Prepared"/> ends with it.
    /// </summary>
    /// <param name="advertised">Where clients reach this server; null: not known.</param>
    /// <param name="cancellationToken">Ends the preparation, also the part that goes on after the return.</param>
    public async Task Prepare(Uri? advertised, CancellationToken cancellationToken)
    {
        await _bootstrap.Essential(advertised, cancellationToken);
        Prepared = Task.Run(() => _bootstrap.Rest(advertised, cancellationToken), CancellationToken.None);
    }

    /// <summary>Ends when everything that a cluster starts with is there.</summary>
    public Task Prepared { get; private set; } = Task.CompletedTask;

    /// <summary>Ends what goes on in the background; the store must outlive it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Served.Watched!.DisposeAsync();
        await _cleanup.DisposeAsync();
        await _follower.DisposeAsync();
        _webhooks.Dispose();
    }

    public static ApiServerHost Create(IClusterStore store, ApiServerOptions options, TimeProvider time, ILoggerFactory loggers)
    {
        var definitions = new DefinitionStore(store.Resource(DefinitionFollower.Resource));
        var served = new ServedResources(new ResourceCatalog(BuiltInResources.Over(store, definitions)));
        var cleanup = new DefinitionCleanup(store, time, loggers.CreateLogger<DefinitionCleanup>());
        var random = new LockedRandom();
        var webhooks = new WebhookClients(new(store.Resource("services"), store.Resource("endpointslices.discovery.k8s.io"), random), time);
        var follower = new DefinitionFollower(store, served, cleanup, webhooks, time, loggers.CreateLogger<DefinitionFollower>());
        definitions.Follower = follower;
        served.Follower = follower;
        served.Watched = new(follower, store.Resource(DefinitionFollower.Resource));
        var rbac = new RbacAuthorizer(store, time);
        var authorizer = new AuthorizerChain(new NodeAuthorizer(store.Resource("pods")), rbac);
        var tokens = new ServiceAccountTokens(store, new SigningKey(options.ServiceAccountKeyFile), options.ServiceAccountIssuer, time);
        var bearers = new BearerTokens(options.AdminToken, tokens, new BootstrapTokens(store.Resource("secrets"), time));
        var calls = new WebhookCalls(served, store.Resource("namespaces"), authorizer, webhooks, loggers.CreateLogger<WebhookCalls>());
        var admission = AdmissionPlugins.Over(store, options, rbac, authorizer, calls, served, time, random);
        var services = new ServiceAllocator(store, options, time, random);
        var writer = new ObjectWriter(admission, [services], random);
        var subresources = new SubresourceTable(served, authorizer, tokens, bearers, new NoNodes());
        var verbs = new ResourceVerbs(served, writer, subresources, new WatchLimits(options.LongestWatch, random), time);
        var metrics = new RequestMetrics();
        var paths = new FixedPaths(
        [
            new HealthPaths([]), new MetricsPath(metrics), new VersionPath(), new RootPath(served), new DiscoveryPaths(served), new OpenApiPaths(served, time),
            new KeyDocuments(tokens, options.ServiceAccountIssuer),
        ]);
        var authenticator = new RequestAuthenticator(bearers, tokens.DefaultAudience, new Impersonation(authorizer));
        var handler = new ApiHandler(verbs, authenticator, authorizer, paths, metrics, time, loggers.CreateLogger<ApiHandler>());
        var bootstrap = new ClusterBootstrap(store, services, options.RequireServiceAccount, time, loggers.CreateLogger<ClusterBootstrap>());
        return new(handler, verbs, served, tokens, bootstrap, cleanup, follower, webhooks);
    }
}
