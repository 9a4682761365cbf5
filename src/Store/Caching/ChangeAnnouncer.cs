using System.Collections.Concurrent;

namespace CloudletK8s.Store.Caching;

/// <summary>Tells subscribers of a resource's changes, in order and outside of every lock.</summary>
internal sealed class ChangeAnnouncer(Func<Action<Change>?> subscribers, Action<Exception> failed)
{
    private readonly ConcurrentQueue<IReadOnlyList<Change>> _changes = new();
    private int _announcing;

    /// <summary>Called under the cache's lock, so that the order is the log's.</summary>
    public void Add(IReadOnlyList<Change> changes)
    {
        if (subscribers() is not null)
            _changes.Enqueue(changes);
    }

    public void Announce()
    {
        // One thread at a time; whoever finds another at it leaves its changes to that one, which looks again before it goes.
        while (!_changes.IsEmpty && Interlocked.CompareExchange(ref _announcing, 1, 0) == 0)
        {
            try
            {
                while (_changes.TryDequeue(out var changes))
                    Announce(changes);
            }
            finally
            {
                Volatile.Write(ref _announcing, 0);
            }
        }
    }

    private void Announce(IReadOnlyList<Change> changes)
    {
        var handler = subscribers();
        foreach (var change in changes)
        {
            try
            {
                handler?.Invoke(change);
            }
            catch (Exception ex)
            {
                // The change is committed: a subscriber's failure is its own.
                failed(ex);
            }
        }
    }
}
