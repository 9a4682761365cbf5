using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Kinds;
using CloudletK8s.ApiServer;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.Transports;
using CloudletK8s.Store;
using CloudletK8s.Store.Memory;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudletK8s.TestKit.Clients;

/// <summary>What a client must do over every transport. Each test has a server of its own.</summary>
public abstract partial class ApiClientSuite : IAsyncLifetime
{
    protected const string Token = "admin-of-the-suite";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Little history, so that a test can outrun it.</summary>
    private static readonly ClusterStoreOptions Little = new()
    {
        RecentChanges = 8,
        HistoryChanges = 8,
        CompactionInterval = Timeout.InfiniteTimeSpan,
    };

    private readonly CancellationTokenSource _ending = new(Limit);
    private ClusterStore? _store;
    private ApiServerHost? _host;
    private IApiClient? _client;

    protected IApiClient Client => _client ?? throw new InvalidOperationException("The suite connects before each test.");

    /// <summary>Ends a test that hangs.</summary>
    protected CancellationToken Ending => _ending.Token;

    protected abstract ValueTask<IApiTransport> Connect(ApiServerHost host);

    public virtual async Task InitializeAsync()
    {
        _store = ClusterStore.Open(new MemoryTableStore(), Little, TimeProvider.System);
        _host = ApiServerHost.Create(_store, new() { AdminToken = Token }, TimeProvider.System, NullLoggerFactory.Instance);
        await _host.Prepare(null, Ending);
        await _host.Prepared;
        _client = new ApiClient(await Connect(_host), "suite");
    }

    public virtual async Task DisposeAsync()
    {
        if (_store is not null)
            await _store.DisposeAsync();
        _ending.Dispose();
    }

    protected static ObjectName Named(string name) => new("default", name);

    protected static ConfigMap Config(string name, string value = "1", string? app = null) => new()
    {
        Metadata = new() { Name = name, Namespace = "default", Labels = app is null ? null : new Dictionary<string, string> { ["app"] = app } },
        Data = new Dictionary<string, string> { ["key"] = value },
    };

    protected async Task<T> Create<T>(T obj) where T : class, IApiObject =>
        (await Client.Create(obj, WriteOptions.Default, Ending)).Required();

    protected async Task<T> Get<T>(string name) where T : class, IApiObject => (await Client.Get<T>(Named(name), Ending)).Required();
}
