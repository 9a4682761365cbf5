using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.Expiry;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.ListWatches;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Dynamic;
using CloudletK8s.ControllerRuntime.Election;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.ControllerRuntime.Work.InProcess;
using CloudletK8s.Store;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.ApiServer.InProcess;

/// <summary>Controllers over an API server in the same process, put together. What hands them their work is the host's choice.</summary>
public sealed partial class ControllerHost : IAsyncDisposable
{
    private const string Manager = "kube-controller-manager";

    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _feeding = new();
    private readonly CancellationTokenSource _worked = new();
    private readonly EventWriter _events;
    private readonly ControllerServices _services;
    private readonly EventExpiry _expiry;
    private readonly Task _prepared;
    private Task _working = Task.CompletedTask;
    private Task _following = Task.CompletedTask;
    private Task _writing = Task.CompletedTask;

    private ControllerHost(ControllerServices services, EventWriter events, EventExpiry expiry, ControllerSet controllers, Task prepared)
    {
        _services = services;
        _expiry = expiry;
        _prepared = prepared;
        _events = events;
        Controllers = controllers;
    }

    public ControllerSet Controllers { get; }

    /// <summary>For an election among several hosts.</summary>
    public IApiClient Client => _services.Client;

    /// <summary>The bus of <see cref="RunInProcess"/>; null where another carries the work.</summary>
    public InProcessBus? Bus { get; private set; }

    /// <param name="controllers">Made over the services; the host chooses which.</param>
    /// <param name="isShortLived">The process may end, or be frozen, within seconds.</param>
    public static ControllerHost Create(
        ApiServerHost api,
        IClusterStore store,
        ClusterIdentity identity,
        Func<ControllerServices, IReadOnlyList<IController>> controllers,
        TimeProvider time,
        Func<Random> random,
        ILoggerFactory loggers,
        bool isShortLived = false)
    {
        var user = new UserInfo($"system:{Manager}", [UserInfo.Masters, UserInfo.AuthenticatedGroup]);
        var transport = new InProcessTransport(api.Verbs, user, time);
        var client = new ApiClient(transport, Manager);
        var logger = loggers.CreateLogger<ControllerHost>();
        var watching = new ListWatchOptions { WithoutManagedFields = true, Failure = failure => NotFollowed(logger, failure) };
        var caches = new ObjectCaches(client, new StoreRevisions(api.Served), watching, time, random);
        var events = new EventWriter(client, new EventLimits(), time, loggers.CreateLogger<EventWriter>());
        var services = new ControllerServices
        {
            Client = client,
            Transport = transport,
            Caches = caches,
            Lives = new ObjectLives(
                new StoreLives(store, api.Served, time, failure => NotFollowed(logger, failure)), new CatalogKinds(api.Served)),
            Identity = identity,
            Events = events.For,
            Time = time,
            Random = random,
            IsShortLived = isShortLived,
        };
        var expiry = new EventExpiry(store, time, loggers.CreateLogger<EventExpiry>());
        return new(services, events, expiry, new ControllerSet(controllers(services), caches, loggers.CreateLogger<ControllerSet>()), api.Prepared);
    }

    /// <summary>Everything in this process: changes become work at once, and are worked on here.</summary>
    /// <param name="election">Where several processes share a store, the others only follow while one of them works; null: this one is alone.</param>
    public void RunInProcess(InProcessBusOptions options, LeaseElection? election = null)
    {
        var bus = Bus = new InProcessBus(options with { Everything = Controllers.Everything }, _services.Time, _services.Random());
        _writing = _events.Run(_worked.Token);
        _following = FollowPrepared();
        _working = WorkPrepared();

        // The bus of this process takes keys without waiting.
        void Publish(IReadOnlyList<WorkKey> keys) => bus.Publish(keys, TimeSpan.Zero, "", CancellationToken.None).AsTask();

        // Controllers find everything that a cluster starts with: half of the roles would be gathered wrongly.
        async Task FollowPrepared()
        {
            await _prepared.WaitAsync(_feeding.Token);
            await Task.WhenAll(Controllers.Caches.Run(Publish, _feeding.Token), _services.Lives.Run(Publish, _feeding.Token));
        }

        async Task WorkPrepared()
        {
            await _prepared.WaitAsync(_stopping.Token);
            await Task.WhenAll(
                _expiry.Run(_stopping.Token),
                election?.Run(_stopping.Token) ?? Task.CompletedTask,
                bus.Run(election is null ? Controllers.Handle : Leading(election), _stopping.Token));
        }
    }

    /// <summary>What a process may work on that leads; it stops at once when it leads no more.</summary>
    private WorkHandler Leading(LeaseElection election) => async (key, cancellationToken) =>
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopping.Token);
        var lost = await election.Lead(waiting.Token);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lost);
        return await Controllers.Handle(key, either.Token);
    };

    /// <summary>Only follows; work comes from a bus outside, through <see cref="Handle"/>.</summary>
    public void Follow()
    {
        _writing = _events.Run(_worked.Token);
        _following = Task.WhenAll(Controllers.Caches.Run(static _ => { }, _feeding.Token), _services.Lives.Run(static _ => { }, _feeding.Token));
    }

    /// <summary>Works on one key, and answers when its events are written too: the process may be frozen after the answer.</summary>
    public async ValueTask<ReconcileResult> Handle(WorkKey key, CancellationToken cancellationToken)
    {
        var result = await Controllers.Handle(key, cancellationToken);
        await _events.Flush(cancellationToken);
        return result;
    }

    /// <summary>Waits until no work is left that could be done now; keys that wait for their time do not count. In process only.</summary>
    public async Task Quiet(CancellationToken cancellationToken)
    {
        // Work that ended while the caches caught up may have written what they do not show yet: they have to be quiet twice.
        for (var seen = -1L; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Bus!.WhenIdle().WaitAsync(cancellationToken);
            await Controllers.Caches.CatchUp(Controllers.Caches.All, cancellationToken);
            await _services.Lives.CatchUp(cancellationToken);
            var now = Controllers.Caches.All.Sum(static cache => cache.Revision);
            if (Bus.Working == 0 && now == seen)
                break;

            seen = now;
        }

        await _events.Flush(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Whoever still worked may have waited for the caches.
        await _feeding.CancelAsync();
        await _following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Events outlive the work that they tell of.
        await _worked.CancelAsync();
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Bus?.Dispose();
        _stopping.Dispose();
        _feeding.Dispose();
        _worked.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Some objects could not be followed; they are looked at again")]
    private static partial void NotFollowed(ILogger logger, Exception exception);
}
