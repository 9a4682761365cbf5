using System.Globalization;
using CloudletK8s.Api.Kinds;
using CloudletK8s.Api.Records;
using CloudletK8s.Api.Trees;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.ListWatches;
using CloudletK8s.ControllerRuntime.Work;

namespace CloudletK8s.ControllerRuntime.Caches;

/// <summary>
/// The objects of one kind as this process knows them, with indexes. Reads are copies and may come from any thread; one feed
/// writes. Objects are shared by all readers and never changed. They come without managedFields, which no controller reads and
/// which the server keeps when an update does not carry them.
/// </summary>
public sealed class ObjectCache<T> : IObjectCache, IListWatchSink<T> where T : class, IApiObject
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ObjectName, T> _objects = [];
    private readonly Dictionary<string, ObjectIndex<T>> _indexes = new(StringComparer.Ordinal);
    private readonly ObjectIndex<T> _byNamespace;
    private readonly PriorityQueue<TaskCompletionSource, long> _waiting = new();
    private readonly List<KeyMap<T>> _maps = [];
    private readonly Func<ObjectCache<T>, CancellationToken, Task> _follow;
    private readonly Action<Exception>? _failed;
    private long _revision = -1;

    /// <param name="follow">Feeds the cache until it is cancelled.</param>
    /// <param name="failed">Hears of subscribers that break down; the others and the cache go on.</param>
    public ObjectCache(Func<ObjectCache<T>, CancellationToken, Task> follow, Action<Exception>? failed = null)
    {
        _follow = follow;
        _failed = failed;
        _byNamespace = Index("namespace", static obj => [obj.Metadata?.Namespace ?? ""]);
    }

    /// <summary>Hears of each change in order, after readers see it and before <see cref="Revision"/> counts it.</summary>
    public event Action<ObjectChange<T>>? Changed;

    /// <summary>Hears of the work that changes mean.</summary>
    internal Action<IReadOnlyList<WorkKey>>? KeysFound { get; set; }

    public KindInfo Kind => BuiltInKinds.Of<T>();

    public long Revision => Volatile.Read(ref _revision);

    /// <summary>The index of this name, made on first use from the objects that are there.</summary>
    public ObjectIndex<T> Index(string name, Func<T, IEnumerable<string>> keys)
    {
        lock (_gate)
        {
            if (_indexes.TryGetValue(name, out var known))
                return known;

            var index = new ObjectIndex<T>(keys, _gate);
            foreach (var (key, obj) in _objects)
                index.Replace(key, null, obj);
            return _indexes[name] = index;
        }
    }

    public T? Get(ObjectName name)
    {
        lock (_gate)
            return _objects.GetValueOrDefault(name);
    }

    public T? Get(string inNamespace, string name) => Get(new(inNamespace, name));

    /// <summary>A copy of one's own, in no order.</summary>
    public T[] All()
    {
        lock (_gate)
            return [.. _objects.Values];
    }

    public T[] InNamespace(string name) => _byNamespace.Of(name);

    public int Count
    {
        get
        {
            lock (_gate)
                return _objects.Count;
        }
    }

    public async Task WaitFor(long revision, CancellationToken cancellationToken)
    {
        TaskCompletionSource reached;
        lock (_gate)
        {
            if (_revision >= revision)
                return;

            reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(reached, revision);
        }

        await reached.Task.WaitAsync(cancellationToken);
    }

    public Task Follow(CancellationToken cancellationToken) => _follow(this, cancellationToken);

    public IReadOnlyList<WorkKey> KeysOf(TreeObject? previous, TreeObject? current) => KeysOf(new(
        previous is null ? null : RecordBinder.Read<T>(previous),
        current is null ? null : RecordBinder.Read<T>(current)));

    public IReadOnlyList<WorkKey> AllKeys(string controller)
    {
        var keys = new List<WorkKey>();
        foreach (var obj in All())
        {
            foreach (var map in _maps)
            {
                if (map.Controller == controller)
                    map.Collect(new(null, obj), keys);
            }
        }

        return keys;
    }

    internal void Add(KeyMap<T> map) => _maps.Add(map);

    void IListWatchSink<T>.Added(T obj) => Apply(new(null, obj));

    void IListWatchSink<T>.Modified(T previous, T current) => Apply(new(previous, current));

    void IListWatchSink<T>.Deleted(T last) => Apply(new(last, null));

    void IListWatchSink<T>.Reached(string resourceVersion) => Reach(long.Parse(resourceVersion, CultureInfo.InvariantCulture));

    void IListWatchSink<T>.Synced(string resourceVersion) => Reach(long.Parse(resourceVersion, CultureInfo.InvariantCulture));

    private void Apply(ObjectChange<T> change)
    {
        var name = change.Name;
        lock (_gate)
        {
            // The feed's own idea of the state before may be another record of the same revision.
            var previous = _objects.GetValueOrDefault(name);
            if (change.Current is { } current)
                _objects[name] = current;
            else
                _objects.Remove(name);

            foreach (var index in _indexes.Values)
                index.Replace(name, previous, change.Current);
        }

        try
        {
            Changed?.Invoke(change);
            if (KeysFound is { } found && KeysOf(change) is { Count: > 0 } keys)
                found(keys);
        }
        catch (Exception failure) when (_failed is not null)
        {
            // The change is in the cache; a cache that stood still for it would hold up everybody.
            _failed(failure);
        }
    }

    private List<WorkKey> KeysOf(ObjectChange<T> change)
    {
        var keys = new List<WorkKey>();
        foreach (var map in _maps)
            map.Collect(change, keys);
        return keys;
    }

    private void Reach(long revision)
    {
        lock (_gate)
        {
            if (revision > _revision)
                Volatile.Write(ref _revision, revision);
            while (_waiting.TryPeek(out var reached, out var wanted) && wanted <= _revision)
            {
                _waiting.Dequeue();
                reached.SetResult();
            }
        }
    }
}
