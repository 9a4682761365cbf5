using System.Collections.Concurrent;
using CloudletK8s.Store.Caching;
using CloudletK8s.Store.Log;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store;

/// <summary>The resources of one cluster in one table. The table belongs to the caller, who closes it after the store.</summary>
public sealed class ClusterStore : IClusterStore
{
    private readonly ITableStore _tables;
    private readonly ClusterStoreOptions _options;
    private readonly TimeProvider _time;
    private readonly ClusterCatalogue _catalogue;
    private readonly ConcurrentDictionary<string, Lazy<ResourceStore>> _resources = new();
    private readonly ITimer _compaction;
    private volatile bool _disposed;

    private ClusterStore(ITableStore tables, ClusterStoreOptions options, TimeProvider time)
    {
        _tables = tables;
        _options = options;
        _time = time;
        _catalogue = new ClusterCatalogue(tables, options.Cluster);
        _compaction = time.CreateTimer(
            static store => _ = ((ClusterStore)store!).CompactInBackground(), this, options.CompactionInterval, options.CompactionInterval);
    }

    public event Action<string, Change>? Changed;

    /// <summary>
    /// Opens a cluster. Nothing is read yet; a store that a restore left half done refuses every first call.
    /// </summary>
    public static ClusterStore Open(ITableStore tables, ClusterStoreOptions options, TimeProvider time) => new(tables, options, time);

    public IResourceStore Resource(string resource) => Store(resource);

    /// <summary>Throws when a restore of this cluster was left half done. For hosts that want to know before they serve.</summary>
    public Task RequireComplete(CancellationToken cancellationToken) => _catalogue.RequireComplete(cancellationToken);

    /// <summary>Another process may have changed the resource: look at its log soon.</summary>
    public void Poke(string resource)
    {
        if (_resources.TryGetValue(resource, out var store))
            store.Value.Poke();
    }

    /// <summary>Compacts the resources in use as far as the limits say.</summary>
    public async Task Compact(CancellationToken cancellationToken)
    {
        foreach (var store in _resources.Values)
            await store.Value.Compact(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;

        _disposed = true;
        await _compaction.DisposeAsync();
        foreach (var store in _resources.Values)
            await store.Value.DisposeAsync();
    }

    private ResourceStore Store(string resource)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _resources.TryGetValue(resource, out var known)
            ? known.Value
            : _resources.GetOrAdd(resource, name => new Lazy<ResourceStore>(() => Create(name))).Value;
    }

    private ResourceStore Create(string resource)
    {
        var announcer = new ChangeAnnouncer(
            () => Changed is { } changed ? change => changed(resource, change) : null,
            failure => _options.BackgroundFailure?.Invoke(resource, failure));
        return new ResourceStore(resource, _tables, _options, _time, announcer, _catalogue);
    }

    private async Task CompactInBackground()
    {
        foreach (var (resource, store) in _resources)
        {
            try
            {
                await store.Value.Compact(CancellationToken.None);
            }
            catch (Exception ex)
            {
                // What was not compacted now is compacted next time.
                if (!_disposed)
                    _options.BackgroundFailure?.Invoke(resource, ex);
            }
        }
    }
}
