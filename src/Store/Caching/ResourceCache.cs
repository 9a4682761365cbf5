using CloudletK8s.Store.Log;

namespace CloudletK8s.Store.Caching;

/// <summary>
/// The objects of one resource at a revision, and the recent changes. Filled once, then it follows the log: changes come
/// from the local writer and from the log's tail, in whichever order they are learned, and each is applied once.
/// </summary>
internal sealed class ResourceCache : IDisposable
{
    private readonly string _resource;
    private readonly bool _exclusive;
    private readonly LogReader _log;
    private readonly ClusterStoreOptions _options;
    private readonly ChangeAnnouncer _announcer;
    private readonly Func<CancellationToken, Task> _opening;
    private readonly Lock _gate = new();
    private readonly CursorWaiters _waiters;
    private readonly SharedWork _catchUp;
    private readonly SharedWork _fill;
    private readonly ITimer _poll;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopping;
    private RecentChanges? _recent;
    private volatile LogHead _head = LogHead.None;
    private volatile ObjectSnapshot? _snapshot;
    private int _cursors;

    public ResourceCache(
        string resource,
        bool exclusive,
        LogReader log,
        ClusterStoreOptions options,
        TimeProvider time,
        ChangeAnnouncer announcer,
        Func<CancellationToken, Task> opening)
    {
        _resource = resource;
        _exclusive = exclusive;
        _log = log;
        _options = options;
        _announcer = announcer;
        _opening = opening;
        _stopping = _stop.Token;
        _waiters = new CursorWaiters(time);
        _catchUp = new SharedWork(FollowLog);
        _fill = new SharedWork(FillOnce);
        _poll = time.CreateTimer(static cache => ((ResourceCache)cache!).Poke(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Kept = new KeptSnapshots(options.KeptSnapshots, options.KeptSnapshotAge, time);
    }

    /// <summary>Null before the first fill.</summary>
    public ObjectSnapshot? Snapshot => _snapshot;

    /// <summary>The newest head that is known; its revision may lie before or behind the snapshot's while changes are being applied.</summary>
    public LogHead Head => _head;

    public KeptSnapshots Kept { get; }

    public ValueTask<ObjectSnapshot> Filled(CancellationToken cancellationToken) =>
        _snapshot is { } snapshot ? ValueTask.FromResult(snapshot) : WaitForFill(cancellationToken);

    /// <summary>The snapshot at the newest revision of all processes at the time of asking.</summary>
    public ValueTask<ObjectSnapshot> Newest(CancellationToken cancellationToken) =>
        _exclusive ? Filled(cancellationToken) : CaughtUp(cancellationToken);

    /// <summary>Reads the head, and the log's tail up to it, even where the store is exclusive.</summary>
    public async ValueTask<ObjectSnapshot> CaughtUp(CancellationToken cancellationToken)
    {
        if (_snapshot is null)
            return await WaitForFill(cancellationToken);

        await _catchUp.Run().WaitAsync(cancellationToken);
        return _snapshot;
    }

    /// <summary>Looks at the log when the store finds it convenient: something may have been written.</summary>
    public void Poke()
    {
        if (_snapshot is not null && !_stopping.IsCancellationRequested)
            _ = Follow();
    }

    /// <summary>Applies the changes that are newer than the snapshot; the others are known already.</summary>
    /// <param name="head">What the head row holds with these changes; null when it is not known.</param>
    /// <returns>False when changes before these are missing: the log was compacted beyond this cache.</returns>
    public bool Apply(IReadOnlyList<LogRecord> records, LogHead? head)
    {
        var applied = true;
        lock (_gate)
        {
            applied = ApplyRecords(records);
            if (head is not null && head.Newest >= _head.Newest)
                _head = head;
        }

        _waiters.Wake();
        _announcer.Announce();
        return applied;
    }

    /// <summary>A cursor in memory, or null when memory does not reach back so far. Revisions that are still to come are skipped.</summary>
    public MemoryCursor? CursorAfter(long revision)
    {
        lock (_gate)
        {
            if (revision >= _recent!.Newest.Revision)
                return Opened(_recent.Newest, revision);

            return _recent.TryFind(revision, out var node) ? Opened(node, revision) : null;
        }
    }

    public LogCursor LogCursorAfter(long revision)
    {
        CursorOpened();
        return new LogCursor(revision, _log, _options.PageRows, CursorAfter, () => _snapshot!.Revision, CursorClosed);
    }

    /// <summary>The node that stands at a revision; null when memory does not reach back so far.</summary>
    public ChangeNode? NodeAt(long revision)
    {
        lock (_gate)
            return _recent!.TryFind(revision, out var node) ? node : null;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _poll.Dispose();
        _waiters.Dispose();
        _stop.Dispose();
    }

    private MemoryCursor Opened(ChangeNode node, long revision)
    {
        CursorOpened();
        return new MemoryCursor(node, revision, _waiters, CursorClosed);
    }

    private void CursorOpened()
    {
        if (Interlocked.Increment(ref _cursors) == 1 && !_exclusive)
            _poll.Change(_options.PollInterval, _options.PollInterval);
    }

    private void CursorClosed()
    {
        if (Interlocked.Decrement(ref _cursors) != 0 || _exclusive)
            return;

        _poll.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // A cursor that was opened meanwhile has lost its timer just now.
        if (Volatile.Read(ref _cursors) > 0)
            _poll.Change(_options.PollInterval, _options.PollInterval);
    }

    private async Task Follow()
    {
        try
        {
            await _catchUp.Run();
        }
        catch (Exception ex) when (!_stopping.IsCancellationRequested)
        {
            _options.BackgroundFailure?.Invoke(_resource, ex);
        }
        catch (Exception) when (_stopping.IsCancellationRequested)
        {
            // The store closes: nobody reads on.
        }
    }

    private async Task FollowLog()
    {
        var known = _snapshot!.Revision;
        var head = await _log.Head(_stopping);
        if (head.Newest < known)
            throw new InvalidDataException($"The log of {_resource} has gone back from revision {known} to {head.Newest}.");

        var snapshot = _snapshot;
        if (head.Newest > snapshot.Revision)
        {
            var records = new List<LogRecord>();
            var expected = snapshot.Revision + 1;
            await foreach (var record in _log.Changes(snapshot.Revision, head.Newest, _stopping))
            {
                if (record.Revision == expected)
                    expected++;

                records.Add(record);
            }

            if (expected <= head.Newest || !Apply(records, head))
                await Refill();
        }
        else if (head.Newest == snapshot.Revision)
            Apply([], head);
    }

    private bool ApplyRecords(IReadOnlyList<LogRecord> records)
    {
        var snapshot = _snapshot!;
        SnapshotBuilder? builder = null;
        List<Change>? changes = null;
        var revision = snapshot.Revision;
        foreach (var record in records)
        {
            if (record.Revision <= revision)
                continue;

            if (record.Revision != revision + 1)
                return false;

            builder ??= new SnapshotBuilder(snapshot);
            changes ??= new List<Change>(records.Count);
            var stored = record.Object;
            var previous = record.Type == ChangeType.Deleted ? builder.Remove(stored.Key) : builder.Set(stored);
            changes.Add(new Change(record.Type, stored, previous));
            revision = record.Revision;
        }

        if (changes is null)
            return true;

        _snapshot = builder!.Build(revision);
        foreach (var change in changes)
            _recent!.Append(change);

        Kept.Expire();
        _announcer.Add(changes);
        return true;
    }

    private async ValueTask<ObjectSnapshot> WaitForFill(CancellationToken cancellationToken)
    {
        await _fill.Run().WaitAsync(cancellationToken);
        return _snapshot!;
    }

    private async Task FillOnce()
    {
        if (_snapshot is not null)
            return;

        await _opening(_stopping);
        await Refill();
    }

    /// <summary>The first fill, or another one when compaction has overtaken a process that slept: watchers must start again.</summary>
    private async Task Refill()
    {
        var (snapshot, head) = await ResourceFill.Read(_log, _stopping);
        lock (_gate)
        {
            if (_snapshot is not null && _snapshot.Revision >= snapshot.Revision)
                return;

            _recent?.DropAll();
            _recent = new RecentChanges(_options.RecentChanges, _options.RecentBytes, snapshot.Revision);
            _head = head;
            _snapshot = snapshot;
        }

        _waiters.Wake();
    }
}
