using CloudletK8s.ApiServer;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Expiry;
using CloudletK8s.ApiServer.InProcess;
using CloudletK8s.Cloudlet.Certificates;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.ListWatches;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Dynamic;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.ControllerRuntime.Work.InProcess;
using CloudletK8s.Reconcilers;
using CloudletK8s.Store;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.Cloudlet.Hosting;

/// <summary>The controllers in this process: caches that follow the API server, the bus, and whoever works on it.</summary>
internal sealed class ControlLoops : IAsyncDisposable
{
    private const string User = "system:kube-controller-manager";

    private readonly CancellationTokenSource _stopping = new();
    private readonly InProcessBus _bus;
    private readonly Task _running;

    private ControlLoops(InProcessBus bus, Func<CancellationToken, Task> run)
    {
        _bus = bus;
        _running = run(_stopping.Token);
    }

    public static ControlLoops Start(ApiServerHost api, IClusterStore store, ClusterPki pki, TimeProvider time, ILoggerFactory loggers)
    {
        var transport = new InProcessTransport(api.Verbs, new UserInfo(User, [UserInfo.Masters, UserInfo.AuthenticatedGroup]), time);
        var client = new ApiClient(transport, "kube-controller-manager");
        var watching = new ListWatchOptions { WithoutManagedFields = true };
        var caches = new ObjectCaches(client, new StoreRevisions(api.Served), watching, time, () => new Random());
        var events = new EventWriter(client, new EventLimits(), time, loggers.CreateLogger<EventWriter>());
        var services = new ControllerServices
        {
            Client = client,
            Transport = transport,
            Caches = caches,
            Lives = new ObjectLives(new StoreLives(store, api.Served, time), new CatalogKinds(api.Served)),
            Identity = new()
            {
                RootCertificates = pki.AuthorityPem,
                Authority = pki.OpenAuthority,
                Tokens = new HostTokens(api.Tokens),
            },
            Events = events.For,
            Time = time,
            Random = () => new Random(),
        };
        var expiry = new EventExpiry(store, time, loggers.CreateLogger<EventExpiry>());
        var controllers = new ControllerSet(BuiltInControllers.Over(services), caches, loggers.CreateLogger<ControllerSet>());
        var bus = new InProcessBus(new InProcessBusOptions { Everything = controllers.Everything }, time, new Random());
        return new ControlLoops(bus, cancellationToken => Run(controllers, services.Lives, bus, events, expiry, api.Prepared, cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await ((Task)_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _bus.Dispose();
        _stopping.Dispose();
    }

    private static async Task Run(ControllerSet controllers, ObjectLives lives, InProcessBus bus, EventWriter events, EventExpiry expiry, Task prepared, CancellationToken cancellationToken)
    {
        void Publish(IReadOnlyList<WorkKey> keys) => _ = bus.Publish(keys, TimeSpan.Zero, CancellationToken.None);

        // Controllers find everything that a cluster starts with: half of the roles would be gathered wrongly.
        await prepared.WaitAsync(cancellationToken);

        // Events outlive the work that they tell of.
        using var worked = new CancellationTokenSource();
        var writing = events.Run(worked.Token);
        try
        {
            await Task.WhenAll(
                controllers.Caches.Run(Publish, cancellationToken),
                lives.Run(Publish, cancellationToken),
                expiry.Run(cancellationToken),
                bus.Run(controllers.Handle, cancellationToken));
        }
        finally
        {
            await worked.CancelAsync();
            await writing;
        }
    }
}
