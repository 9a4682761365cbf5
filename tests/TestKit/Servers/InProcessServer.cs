using System.Globalization;
using System.Net;
using CloudletK8s.ApiServer;
using CloudletK8s.ApiServer.Hosting;
using CloudletK8s.Store;
using CloudletK8s.Store.Memory;
using CloudletK8s.Store.Tables;
using Microsoft.Extensions.Logging;

namespace CloudletK8s.TestKit.Servers;

/// <summary>The API server behind real sockets in the test's own process, on a table in memory.</summary>
public sealed class InProcessServer : IAsyncDisposable
{
    public const string Token = "an-administrator";

    private readonly ClusterStore _store;
    private readonly WebListener _listener;
    private readonly LineLoggerFactory _loggers;
    private readonly StringWriter _log;
    private readonly Lock _gate;
    private readonly ApiServerHost _host;
    private int _namespaces;

    private InProcessServer(ClusterStore store, ApiServerHost host, WebListener listener, LineLoggerFactory loggers, StringWriter log, Lock gate)
    {
        _host = host;
        _gate = gate;
        _store = store;
        _listener = listener;
        _loggers = loggers;
        _log = log;
        Client = new PlainClient(new Uri($"http://127.0.0.1:{listener.Port}"), Token);
    }

    public int Port => _listener.Port;

    /// <summary>The administrator's.</summary>
    public PlainClient Client { get; }

    public ClusterStore Store => _store;

    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_gate)
                return _log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    /// <summary>What the server logged of failures of its own; a test that expects none shows them, stacks included.</summary>
    public string Failures => string.Join('\n', Log.SkipWhile(line => !line.Contains("Z error ", StringComparison.Ordinal)).Take(40));

    public static async Task<InProcessServer> Start(
        HttpLimits? limits = null, ITableStore? tables = null, ClusterStoreOptions? storage = null, ApiServerOptions? options = null)
    {
        var log = new StringWriter(CultureInfo.InvariantCulture);
        var gate = new Lock();
        var loggers = new LineLoggerFactory(new LockedWriter(log, gate), LogLevel.Information, TimeProvider.System);
        var store = ClusterStore.Open(
            tables ?? new MemoryTableStore(isExclusive: true),
            storage ?? new() { CompactionInterval = Timeout.InfiniteTimeSpan, FutureRevisionWait = TimeSpan.FromMilliseconds(50) },
            TimeProvider.System);
        var host = ApiServerHost.Create(store, (options ?? new()) with { AdminToken = Token }, TimeProvider.System, loggers);
        await host.Prepare(null, CancellationToken.None);
        var listener = await WebListener.Start(
            new ListenerOptions(new IPEndPoint(IPAddress.Loopback, 0)) { Limits = limits ?? new() }, host.Handler.Handle, loggers, CancellationToken.None);
        return new(store, host, listener, loggers, log, gate);
    }

    /// <summary>A namespace that no other test uses.</summary>
    public async Task<string> Namespace()
    {
        var name = $"test-{Interlocked.Increment(ref _namespaces)}";
        (await Client.Post("/api/v1/namespaces", $$"""{"metadata":{"name":"{{name}}"} }""")).Expect(201);
        return name;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _listener.DisposeAsync();
        await _host.DisposeAsync();
        await _store.DisposeAsync();
        _loggers.Dispose();
        await _log.DisposeAsync();
    }

    private sealed class LockedWriter(StringWriter inner, Lock gate) : StringWriter(CultureInfo.InvariantCulture)
    {
        public override void WriteLine(string? value)
        {
            lock (gate)
                inner.Write(value + "\n");
        }
    }
}
