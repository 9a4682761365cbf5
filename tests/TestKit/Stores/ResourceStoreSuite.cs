using CloudletK8s.Store;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.TestKit.Stores;

/// <summary>
/// What the store of a resource does on every adapter. Each test has a cluster of its own. On an adapter that several
/// processes can share, <see cref="Another"/> opens a second store on the same table.
/// </summary>
public abstract partial class ResourceStoreSuite : IAsyncLifetime
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private readonly List<ClusterStore> _stores = [];
    private ITableStore? _tables;

    protected string Cluster { get; } = $"t{Guid.NewGuid():N}";

    protected ClusterStoreOptions Options { get; set; } = new();

    /// <summary>Ends a test that hangs.</summary>
    protected CancellationToken Soon { get; } = new CancellationTokenSource(Bound).Token;

    protected ITableStore Tables => _tables ?? throw new InvalidOperationException("The suite opens the table before each test.");

    protected abstract ValueTask<ITableStore> OpenTables();

    public virtual async Task InitializeAsync() => _tables = await OpenTables();

    public virtual async Task DisposeAsync()
    {
        foreach (var store in _stores)
            await store.DisposeAsync();

        if (_tables is not null)
            await _tables.DisposeAsync();
    }

    protected static ObjectKey Key(string name, string inNamespace = "default") => new(inNamespace, name);

    /// <summary>A store on the table (or on what stands before it), as another process would have it.</summary>
    protected ClusterStore Another(ITableStore? tables = null, TimeProvider? time = null)
    {
        var store = ClusterStore.Open(
            tables ?? Tables, Options with { Cluster = Cluster, PollInterval = TimeSpan.FromMilliseconds(5) }, time ?? TimeProvider.System);
        _stores.Add(store);
        return store;
    }

    protected IResourceStore Pods() => Another().Resource("pods");

    protected async Task<StoredObject> Commit(IResourceStore store, ObjectWrite write) =>
        Assert.IsType<CommitResult.Committed>(await store.Commit(write, Soon)).Object;

    protected Task<StoredObject> Add(IResourceStore store, string name, string value = "") => Commit(store, TestObjects.Add(Key(name), value));

    protected Task<StoredObject> Modify(IResourceStore store, StoredObject from, string value) =>
        Commit(store, TestObjects.Modify(from, value));

    protected Task<StoredObject> Delete(IResourceStore store, StoredObject from) => Commit(store, TestObjects.Delete(from));

    protected async Task<ResourceSnapshot> Read(IResourceStore store, ReadAt? at = null) =>
        Assert.IsType<ReadResult.Found>(await store.Read(at ?? ReadAt.Newest.Instance, Soon)).Snapshot;

    protected async Task<IWatchCursor> Watch(IResourceStore store, long after)
    {
        var cursor = await store.Watch(after, Soon);
        Assert.NotNull(cursor);
        return cursor;
    }

    protected async Task<Change> Next(IWatchCursor cursor)
    {
        while (true)
        {
            if (cursor.TryRead(out var change))
                return change;

            Assert.True(await cursor.WaitToRead(Soon), "The cursor has fallen off.");
        }
    }

    protected async Task<List<Change>> ReadUpTo(IWatchCursor cursor, long revision)
    {
        var changes = new List<Change>();
        while (cursor.Revision < revision)
            changes.Add(await Next(cursor));

        return changes;
    }

    protected static string[] Names(ResourceSnapshot snapshot) => [.. snapshot.Objects().Select(stored => stored.Key.ToString())];
}
