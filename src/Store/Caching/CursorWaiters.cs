namespace CloudletK8s.Store.Caching;

/// <summary>
/// The cursors that wait for the next change. Waking takes the whole list at once and signals from the thread pool, so that
/// a commit pays the same for one watcher as for a thousand; changes that come before it has run share one wake-up. A crowd
/// is woken in rounds with a pause between them, so that under a stream of changes each watcher sends several at once; the
/// first change after a quiet time goes out at once.
/// </summary>
internal sealed class CursorWaiters(TimeProvider time) : IThreadPoolWorkItem, IDisposable
{
    /// <summary>Fewer than these are woken for every change.</summary>
    private const int Crowd = 64;

    private static readonly TimeSpan PauseForEach = TimeSpan.FromMicroseconds(40);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private MemoryCursor? _first;
    private bool _woken;
    private ITimer? _timer;
    private long _lastRound;
    private TimeSpan _pause;

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
            if (_pause > TimeSpan.Zero && _pause - time.GetElapsedTime(_lastRound) is var left && left > TimeSpan.Zero)
            {
                _timer ??= time.CreateTimer(static waiters => ((IThreadPoolWorkItem)waiters!).Execute(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _timer.Change(left, Timeout.InfiniteTimeSpan);
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public void Dispose() => _timer?.Dispose();

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
            _lastRound = time.GetTimestamp();
            _pause = woken.Count < Crowd ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, PauseForEach.Ticks * woken.Count));
        }

        foreach (var cursor in woken)
            cursor.Signal();
    }
}
