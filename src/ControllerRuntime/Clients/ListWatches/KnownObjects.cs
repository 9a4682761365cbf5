using CloudletK8s.Api.Kinds;

namespace CloudletK8s.ControllerRuntime.Clients.ListWatches;

/// <summary>What the sink was told, so that a fresh copy becomes the differences to it.</summary>
internal sealed class KnownObjects<T>(IListWatchSink<T> sink) where T : class, IApiObject
{
    private Dictionary<ObjectName, T> _known = [];

    public void Apply(ListWatchEffect<T> effect)
    {
        switch (effect)
        {
            case ListWatchEffect<T>.Replace replace:
                Replace(replace.Objects);
                sink.Synced(replace.ResourceVersion);
                break;
            case ListWatchEffect<T>.Tell { Change: ResourceEvent<T>.Deleted { Object: var gone } }:
                if (_known.Remove(ObjectName.Of(gone)))
                    sink.Deleted(gone);
                Reached(gone);
                break;
            case ListWatchEffect<T>.Tell { Change.Object: var obj }:
                var name = ObjectName.Of(obj);
                var previous = _known.GetValueOrDefault(name);
                _known[name] = obj;
                Tell(previous, obj);
                Reached(obj);
                break;
        }
    }

    private void Reached(T obj)
    {
        if (obj.Metadata?.ResourceVersion is { Length: > 0 } revision)
            sink.Reached(revision);
    }

    private void Replace(IReadOnlyCollection<T> objects)
    {
        var before = _known;
        _known = new(objects.Count);
        foreach (var obj in objects)
            _known[ObjectName.Of(obj)] = obj;

        foreach (var (name, last) in before)
        {
            if (!_known.ContainsKey(name))
                sink.Deleted(last);
        }

        foreach (var (name, obj) in _known)
            Tell(before.GetValueOrDefault(name), obj);
    }

    private void Tell(T? previous, T current)
    {
        if (previous is null)
        {
            sink.Added(current);
        }
        else if (previous.Metadata?.Uid != current.Metadata?.Uid)
        {
            // Deleted and made anew while nobody watched: two objects that share a name.
            sink.Deleted(previous);
            sink.Added(current);
        }
        else if (previous.Metadata?.ResourceVersion != current.Metadata?.ResourceVersion)
        {
            sink.Modified(previous, current);
        }
    }
}
