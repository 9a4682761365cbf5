using CloudletK8s.Api.Kinds;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.ListWatches;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.ControllerRuntime.Caches;

/// <summary>The caches of one process: one for each kind that somebody reads, shared by all who do.</summary>
/// <param name="revisions">How new is new.</param>
/// <param name="options">How kinds are followed.</param>
public sealed class ObjectCaches(
    IApiClient client, IResourceRevisions revisions, ListWatchOptions options, TimeProvider time, Func<Random> random)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Type, IObjectCache> _caches = [];
    private Action<IReadOnlyList<WorkKey>>? _found;

    /// <summary>Each in the order in which it was first asked for.</summary>
    public IReadOnlyList<IObjectCache> All
    {
        get
        {
            lock (_gate)
                return [.. _caches.Values];
        }
    }

    /// <summary>The cache of a kind. Asked for while controllers are put together: what comes after <see cref="Run"/> is not followed.</summary>
    public ObjectCache<T> Of<T>() where T : class, IApiObject
    {
        lock (_gate)
        {
            if (_caches.TryGetValue(typeof(T), out var known))
                return (ObjectCache<T>)known;

            var cache = new ObjectCache<T>(Feed, options.Failure);
            cache.KeysFound = keys => _found?.Invoke(keys);
            _caches[typeof(T)] = cache;
            return cache;
        }
    }

    public IObjectCache? Find(KindInfo kind)
    {
        lock (_gate)
            return kind.Record is { } record ? _caches.GetValueOrDefault(record) : null;
    }

    /// <summary>Follows all kinds until it is cancelled, and tells what work their changes mean.</summary>
    public async Task Run(Action<IReadOnlyList<WorkKey>> found, CancellationToken cancellationToken)
    {
        _found = found;
        await Task.WhenAll(All.Select(cache => cache.Follow(cancellationToken)));
    }

    /// <summary>
    /// Waits until the caches hold everything that was acknowledged before the call, the caller's own writes included. This is
    /// what spares controllers the bookkeeping of what they have done and not yet seen.
    /// </summary>
    public async ValueTask CatchUp(IReadOnlyList<IObjectCache> caches, CancellationToken cancellationToken)
    {
        for (var i = 0; i < caches.Count; i++)
        {
            var newest = await revisions.Newest(caches[i].Kind, cancellationToken);
            if (caches[i].Revision < newest)
                await caches[i].WaitFor(newest, cancellationToken);
        }
    }

    private Task Feed<T>(ObjectCache<T> cache, CancellationToken cancellationToken) where T : class, IApiObject =>
        new ListWatch<T>(client, cache, options, time, random()).Run(cancellationToken);
}
