using CloudletK8s.Api.Kinds;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.ControllerRuntime.Caches;

/// <summary>The objects of a cache under keys that are read from them. Kept by the cache, under its lock.</summary>
public sealed class ObjectIndex<T> where T : class, IApiObject
{
    private readonly Dictionary<string, Dictionary<ObjectName, T>> _buckets = new(StringComparer.Ordinal);
    private readonly Func<T, IEnumerable<string>> _keys;
    private readonly Lock _gate;

    internal ObjectIndex(Func<T, IEnumerable<string>> keys, Lock gate)
    {
        _keys = keys;
        _gate = gate;
    }

    /// <summary>A copy of one's own, in no order.</summary>
    public T[] Of(string key)
    {
        lock (_gate)
            return _buckets.TryGetValue(key, out var bucket) ? [.. bucket.Values] : [];
    }

    public int Count(string key)
    {
        lock (_gate)
            return _buckets.TryGetValue(key, out var bucket) ? bucket.Count : 0;
    }

    /// <summary>Every key under which something stands.</summary>
    public string[] Keys()
    {
        lock (_gate)
            return [.. _buckets.Keys];
    }

    internal void Replace(ObjectName name, T? previous, T? current)
    {
        if (previous is not null)
        {
            foreach (var key in _keys(previous))
                Remove(key, name);
        }

        if (current is null)
            return;

        foreach (var key in _keys(current))
        {
            if (!_buckets.TryGetValue(key, out var bucket))
                _buckets[key] = bucket = [];
            bucket[name] = current;
        }
    }

    private void Remove(string key, ObjectName name)
    {
        if (_buckets.TryGetValue(key, out var bucket) && bucket.Remove(name) && bucket.Count == 0)
            _buckets.Remove(key);
    }
}
