namespace CloudletK8s.Store.Caching;

/// <summary>
/// The last few snapshots that readers were given, so that the next page of a list finds its revision. Few and not for long,
/// because each holds on to all objects that have changed since.
/// </summary>
internal sealed class KeptSnapshots(int limit, TimeSpan age, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<(ObjectSnapshot Snapshot, long Used)> _kept = new();
    private volatile ObjectSnapshot? _newest;

    public void Keep(ObjectSnapshot snapshot)
    {
        // The usual case, many reads of one revision, takes no lock.
        if (ReferenceEquals(_newest, snapshot))
            return;

        lock (_gate)
        {
            Forget(snapshot.Revision);
            _newest = snapshot;
            _kept.AddFirst((snapshot, time.GetTimestamp()));
            while (_kept.Count > limit)
                _kept.RemoveLast();
        }
    }

    public ObjectSnapshot? Find(long revision)
    {
        lock (_gate)
        {
            foreach (var (snapshot, _) in _kept)
            {
                if (snapshot.Revision == revision)
                {
                    Forget(revision);
                    _kept.AddFirst((snapshot, time.GetTimestamp()));
                    return snapshot;
                }
            }

            return null;
        }
    }

    public void Expire()
    {
        if (_newest is null)
            return;

        lock (_gate)
        {
            while (_kept.Last is { } last && time.GetElapsedTime(last.Value.Used) > age)
                _kept.RemoveLast();

            if (_kept.Count == 0)
                _newest = null;
        }
    }

    private void Forget(long revision)
    {
        for (var node = _kept.First; node is not null; node = node.Next)
        {
            if (node.Value.Snapshot.Revision == revision)
            {
                _kept.Remove(node);
                return;
            }
        }
    }
}
