using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.ApiServer;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.InProcess;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.ListWatches;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Dynamic;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Store;
using CloudletK8s.Store.Memory;
using CloudletK8s.TestKit.Controllers;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudletK8s.Reconcilers.Tests.Simulation;

/// <summary>
/// The whole control plane on virtual time: the real store port and API server, every controller, a bus and a way to the server that
/// are full of faults, and nodes that start, end and lose pods. One key is worked on at a time, but for the doubled ones.
/// </summary>
internal sealed class SimulatedCluster : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ClusterStore _store;
    private readonly ApiServerHost _host;
    private readonly ObjectCaches _caches;
    private readonly ObjectLives _lives;
    private readonly FeedGate _gate;
    private readonly Task _following;
    private readonly Random _random;

    private SimulatedCluster(int seed, ClusterStore store, ApiServerHost host, ManualTime time)
    {
        _random = new Random(seed);
        _store = store;
        _host = host;
        Time = time;
        Faults = new(_random, cachesStandStill: seed % 2 == 1);
        Bus = new(_random, Faults, time);
        var user = new UserInfo("system:kube-controller-manager", [UserInfo.Masters, UserInfo.AuthenticatedGroup]);
        _gate = new FeedGate(new StoreRevisions(host.Served));
        var transport = new FaultyTransport(new InProcessTransport(host.Verbs, user, time), Faults, _gate);
        var client = new ApiClient(transport, "kube-controller-manager");
        _caches = new ObjectCaches(client, _gate, new ListWatchOptions { WithoutManagedFields = true }, time, () => new Random(seed));
        _lives = new ObjectLives(new StoreLives(store, host.Served, time), new CatalogKinds(host.Served));
        var services = new ControllerServices
        {
            Client = client,
            Transport = transport,
            Caches = _caches,
            Lives = _lives,
            Events = _ => NoEvents.Instance,
            Time = time,
            Random = () => new Random(seed),
        };
        Controllers = new ControllerSet(BuiltInControllers.Over(services), _caches, NullLogger<ControllerSet>.Instance);
        User = new ApiClient(new InProcessTransport(host.Verbs, user with { Name = "a-user" }, time), "a-user");
        _following = Task.WhenAll(_caches.Run(Bus.Publish, _stopping.Token), _lives.Run(Bus.Publish, _stopping.Token));
    }

    public IApiClient User { get; }

    public ManualTime Time { get; }

    public SimulatedBus Bus { get; }

    public SimulatedFaults Faults { get; }

    public ControllerSet Controllers { get; }

    public Random Random => _random;

    public static async Task<SimulatedCluster> Start(int seed)
    {
        var time = new ManualTime();
        var store = ClusterStore.Open(new MemoryTableStore(isExclusive: true), new() { CompactionInterval = Timeout.InfiniteTimeSpan }, time);
        var host = ApiServerHost.Create(store, new(), time, NullLoggerFactory.Instance);
        await host.Prepare(null, CancellationToken.None);
        await host.Prepared;
        return new(seed, store, host, time);
    }

    /// <summary>Works on one key, or two workers on it at once, or on none because there is none.</summary>
    public async Task<bool> Step()
    {
        if (_gate.IsClosed)
        {
            if (_random.Next(6) == 0 || Faults.HaveStopped)
                await Open();
        }
        else if (Faults.HoldCaches())
        {
            _gate.Close();
        }
        else
        {
            await CatchUp();
        }

        if (Bus.Take() is not { } key)
            return false;

        var workers = Faults.Double() ? 2 : 1;
        var working = Enumerable.Range(0, workers).Select(_ => Controllers.Handle(key, CancellationToken.None).AsTask());
        foreach (var result in await Task.WhenAll(working))
            Bus.Settle(key, result);
        return true;
    }

    /// <summary>Looks at everything again, as the slow resync does: what was dropped comes back.</summary>
    public async Task Resync()
    {
        await Open();
        foreach (var controller in Controllers.All)
            Bus.Publish(Controllers.Everything(controller.Name));
    }

    public async Task Open()
    {
        _gate.Open();
        await CatchUp();
    }

    public async Task<IReadOnlyList<T>> All<T>() where T : class, IApiObject =>
        (await User.List<T>("", ListOptions.Default, CancellationToken.None)).Required().Items;

    public async ValueTask DisposeAsync()
    {
        _gate.Open();
        await _stopping.CancelAsync();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _host.DisposeAsync();
        await _store.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task CatchUp()
    {
        await _caches.CatchUp(_caches.All, CancellationToken.None);
        await _lives.CatchUp(CancellationToken.None);
    }

    private sealed class NoEvents : IEventRecorder
    {
        public static NoEvents Instance { get; } = new();

        public void Record(EventNote note)
        {
        }
    }
}
