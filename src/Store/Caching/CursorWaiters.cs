namespace CloudletK8s.Store.Caching;

/// <summary>
/// The cursors that wait for the next change. Waking takes the whole list at once and signals from the thread pool, so that
/// a commit pays the same for one watcher as for a thousand; changes that come before it has run share one wake-up.
/// </summary>
internal sealed class CursorWaiters : IThreadPoolWorkItem
{
    private readonly Lock _gate = new();
    private MemoryCursor? _first;
    private bool _woken;

    /// <summary>False when a change has arrived meanwhile: do not wait.</summary>
    public bool TryWait(MemoryCursor cursor)
    {
        lock (_gate)
        {
            if (cursor.IsNextAtHand)
                return false;

            cursor.NextWaiter = _first;
            cursor.PreviousWaiter = null;
            cursor.IsWaiting = true;
            _first?.PreviousWaiter = cursor;
            _first = cursor;
            return true;
        }
    }

    /// <summary>False when the cursor is woken already.</summary>
    public bool TryRemove(MemoryCursor cursor)
    {
        lock (_gate)
        {
            if (!cursor.IsWaiting)
                return false;

            cursor.IsWaiting = false;
            if (cursor.PreviousWaiter is { } previous)
                previous.NextWaiter = cursor.NextWaiter;
            else
                _first = cursor.NextWaiter;

            cursor.NextWaiter?.PreviousWaiter = cursor.PreviousWaiter;
            cursor.NextWaiter = cursor.PreviousWaiter = null;
            return true;
        }
    }

    public void Wake()
    {
        lock (_gate)
        {
            if (_first is null || _woken)
                return;

            _woken = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute()
    {
        var woken = new List<MemoryCursor>();
        lock (_gate)
        {
            _woken = false;
            for (var cursor = _first; cursor is not null;)
            {
                var next = cursor.NextWaiter;
                cursor.IsWaiting = false;
                cursor.NextWaiter = cursor.PreviousWaiter = null;
                woken.Add(cursor);
                cursor = next;
            }

            _first = null;
        }

        foreach (var cursor in woken)
            cursor.Signal();
    }
}
