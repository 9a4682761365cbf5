using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.ApiServer;
using CloudletK8s.ApiServer.Authentication;
using CloudletK8s.ApiServer.InProcess;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Election;
using CloudletK8s.ControllerRuntime.Work.InProcess;
using CloudletK8s.Store;
using CloudletK8s.Store.Memory;
using CloudletK8s.Store.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudletK8s.TestKit.Controllers;

/// <summary>
/// A real API server on a table in memory, with the controllers that a test names on the real bus. Nothing listens; the test speaks
/// to it as a client in the same process.
/// </summary>
public sealed class ControlPlane : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClusterStore _store;
    private readonly ApiServerHost _host;
    private readonly ControllerHost _controllers;
    private readonly LeaseElection? _election;
    private int _namespaces;

    private ControlPlane(
        ClusterStore store, ApiServerHost host, TimeProvider time, Func<ControllerServices, IReadOnlyList<IController>> controllers, string? candidate)
    {
        _store = store;
        _host = host;
        Time = time;
        Client = new ApiClient(new InProcessTransport(host.Verbs, new UserInfo("an-administrator", [UserInfo.Masters, UserInfo.AuthenticatedGroup]), time), "test");
        var identity = new ClusterIdentity { RootCertificates = TestAuthority.Pem, Authority = TestAuthority.Open, Tokens = new HostTokens(host.Tokens) };
        _controllers = ControllerHost.Create(host, store, identity, controllers, time, () => new Random(1), NullLoggerFactory.Instance);
        _election = candidate is null ? null
            : new(_controllers.Client, new() { Name = "kube-controller-manager", Identity = candidate }, time, NullLogger<LeaseElection>.Instance);
        _controllers.RunInProcess(new InProcessBusOptions { Spacing = TimeSpan.Zero }, _election);
    }

    /// <summary>A user's, who may do everything.</summary>
    public IApiClient Client { get; }

    public ControllerSet Controllers => _controllers.Controllers;

    public TimeProvider Time { get; }

    /// <summary>Ends when everything that a cluster starts with is there.</summary>
    public Task Prepared => _host.Prepared;

    public IClusterStore Store => _store;

    /// <param name="candidate">On a table that others share: the name under which this one stands for election.</param>
    public static async Task<ControlPlane> Start(
        Func<ControllerServices, IReadOnlyList<IController>> controllers,
        TimeProvider? time = null,
        ITableStore? tables = null,
        ApiServerOptions? options = null,
        string? candidate = null)
    {
        var clock = time ?? TimeProvider.System;
        var store = ClusterStore.Open(
            tables ?? new MemoryTableStore(isExclusive: true), new() { CompactionInterval = Timeout.InfiniteTimeSpan }, clock);
        var host = ApiServerHost.Create(store, options ?? new(), clock, NullLoggerFactory.Instance);
        await host.Prepare(null, CancellationToken.None);
        return new(store, host, clock, controllers, candidate);
    }

    /// <summary>A namespace that no other test uses.</summary>
    public async Task<string> Namespace()
    {
        var name = $"test-{Interlocked.Increment(ref _namespaces)}";
        await Create(new Namespace { Metadata = new() { Name = name } });
        return name;
    }

    public async Task<T> Create<T>(T obj) where T : class, IApiObject =>
        (await Client.Create(obj, WriteOptions.Default, CancellationToken.None)).Required();

    public async Task<T?> Get<T>(string inNamespace, string name) where T : class, IApiObject =>
        (await Client.Get<T>(new(inNamespace, name), CancellationToken.None)).ValueOrNull;

    public async Task<IReadOnlyList<T>> List<T>(string inNamespace, string labels = "") where T : class, IApiObject =>
        (await Client.List<T>(inNamespace, new ListOptions { LabelSelector = labels }, CancellationToken.None)).Required().Items;

    /// <summary>Changes an object as a user does who reads, edits and writes, again if somebody was faster.</summary>
    public async Task<T> Change<T>(string inNamespace, string name, Func<T, T> edit, bool status = false) where T : class, IApiObject
    {
        while (true)
        {
            var current = (await Client.Get<T>(new(inNamespace, name), CancellationToken.None)).Required();
            var written = status
                ? await Client.UpdateStatus(edit(current), WriteOptions.Default, CancellationToken.None)
                : await Client.Update(edit(current), WriteOptions.Default, CancellationToken.None);
            if (written is not ApiResult<T>.Conflict)
                return written.Required();
        }
    }

    public async Task Delete<T>(string inNamespace, string name, string propagation = "Background") where T : class, IApiObject =>
        (await Client.Delete<T>(new(inNamespace, name), new() { PropagationPolicy = propagation, GracePeriodSeconds = 0 }, CancellationToken.None)).Required();

    /// <summary>Waits until an object of the kind is as asked; looks again whenever the kind changes.</summary>
    public async Task<T> Until<T>(string inNamespace, string name, Func<T, bool> holds) where T : class, IApiObject =>
        (await UntilAll<T>(inNamespace, all => all.Any(obj => obj.Metadata!.Name == name && holds(obj)))).First(obj => obj.Metadata!.Name == name);

    /// <summary>Waits until the object is gone.</summary>
    public Task UntilGone<T>(string inNamespace, string name) where T : class, IApiObject =>
        UntilAll<T>(inNamespace, all => all.All(obj => obj.Metadata!.Name != name));

    /// <summary>Waits until all objects of the kind together are as asked; looks again whenever one changes.</summary>
    public async Task<IReadOnlyList<T>> UntilAll<T>(string inNamespace, Func<IReadOnlyList<T>, bool> holds) where T : class, IApiObject
    {
        using var limit = new CancellationTokenSource(Patience);
        var objects = new Dictionary<string, T>(StringComparer.Ordinal);
        var complete = false;
        try
        {
            await foreach (var told in Client.Watch<T>(inNamespace, new() { SendInitialEvents = true }, limit.Token))
            {
                switch (told)
                {
                    case ResourceEvent<T>.Deleted deleted:
                        objects.Remove(deleted.Object.Metadata!.Name!);
                        break;
                    case ResourceEvent<T>.Changed changed:
                        objects[changed.Object.Metadata!.Name!] = changed.Object;
                        break;
                    case ResourceEvent<T>.Bookmark { EndsInitialEvents: true }:
                        complete = true;
                        break;
                }

                if (complete && holds([.. objects.Values]))
                    return [.. objects.Values];
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // Said below, with what there is.
        }

        throw new TimeoutException($"{typeof(T).Name} did not get there in {Patience}: {string.Join("; ", objects.Values)}");
    }

    /// <summary>
    /// Waits until no work is left: every change so far was seen, and every key that it meant was worked on. Keys that wait for a
    /// time count as no work when the clock stands still.
    /// </summary>
    public async Task Quiet()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _controllers.Quiet(limit.Token);
    }

    /// <summary>What was told about an object: "Normal SuccessfulCreate Created pod: x".</summary>
    public async Task<IReadOnlyList<string>> EventsOf(string inNamespace, string name)
    {
        await Quiet();
        return [.. (await List<Event>(inNamespace)).Where(told => told.InvolvedObject?.Name == name).Select(told => $"{told.Type} {told.Reason} {told.Message}")];
    }

    public async ValueTask DisposeAsync()
    {
        await _controllers.DisposeAsync();
        _election?.Dispose();
        await _host.DisposeAsync();
        await _store.DisposeAsync();
    }
}
