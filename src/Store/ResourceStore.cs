using CloudletK8s.Store.Caching;
using CloudletK8s.Store.Log;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store;

/// <summary>One resource: its log, and the cache that follows it.</summary>
internal sealed class ResourceStore : IResourceStore, IAsyncDisposable
{
    private readonly ITableStore _tables;
    private readonly ClusterStoreOptions _options;
    private readonly TimeProvider _time;
    private readonly LogReader _reader;
    private readonly ResourceCache _cache;
    private readonly RevisionLog _log;
    private readonly HistoricSnapshots _history;
    private readonly Compaction _compaction;

    public ResourceStore(
        string resource, ITableStore tables, ClusterStoreOptions options, TimeProvider time, ChangeAnnouncer announcer, ClusterCatalogue catalogue)
    {
        _tables = tables;
        _options = options;
        _time = time;
        var partition = LogRows.Partition(options.Cluster, resource);
        _reader = new LogReader(tables, partition, options.PageRows);
        _cache = new ResourceCache(resource, tables.IsExclusive, _reader, options, time, announcer, catalogue.RequireComplete);
        _log = new RevisionLog(tables, partition, cancellationToken => catalogue.Add(resource, cancellationToken), _cache, _reader, options, time);
        _history = new HistoricSnapshots(_cache, _reader);
        _compaction = new Compaction(resource, _log, _reader, options, time);
    }

    public long Revision => _cache.Snapshot?.Revision ?? 0;

    public async ValueTask<StoredObject?> Get(ObjectKey key, CancellationToken cancellationToken) =>
        (await _cache.Newest(cancellationToken)).Find(key);

    public async ValueTask<ReadResult> Read(ReadAt at, CancellationToken cancellationToken)
    {
        switch (at)
        {
            case ReadAt.Newest:
                return Handed(await _cache.Newest(cancellationToken));

            case ReadAt.AnyRevision:
                return Handed(await _cache.Filled(cancellationToken));

            case ReadAt.NotOlderThan(var revision):
                var reached = await WaitFor(revision, cancellationToken);
                return reached.Revision >= revision ? Handed(reached) : new ReadResult.TooLarge(reached.Revision);

            case ReadAt.Exactly(var revision):
                var current = await WaitFor(revision, cancellationToken);
                if (current.Revision < revision)
                    return new ReadResult.TooLarge(current.Revision);

                if (current.Revision == revision)
                    return Handed(current);

                return await _history.At(revision, current, cancellationToken) is { } snapshot
                    ? Handed(snapshot)
                    : new ReadResult.Gone((await _reader.Head(cancellationToken)).Oldest);

            default:
                throw new ArgumentOutOfRangeException(nameof(at));
        }
    }

    public async ValueTask<CommitResult> Commit(ObjectWrite write, CancellationToken cancellationToken)
    {
        if (write.ExpectedRevision is null && write.Type != ChangeType.Added)
            throw new ArgumentException("Only an addition comes without the revision that it expects.", nameof(write));

        var result = await _log.Commit(write, cancellationToken);
        if (result is CommitResult.Committed)
            _compaction.Consider(_cache.Head);

        return result;
    }

    public async ValueTask<IWatchCursor?> Watch(long afterRevision, CancellationToken cancellationToken)
    {
        await _cache.Filled(cancellationToken);

        // The first change has revision 2, so all of history lies after revision 1.
        var after = Math.Max(afterRevision, LogHead.FirstRevision);
        if (_cache.CursorAfter(after) is { } cursor)
            return cursor;

        var head = await _reader.Head(cancellationToken);
        return after >= head.Oldest ? _cache.LogCursorAfter(after) : null;
    }

    public void Poke() => _cache.Poke();

    public Task Compact(CancellationToken cancellationToken) =>
        _cache.Snapshot is null ? Task.CompletedTask : _compaction.Run(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _log.Close();
        await _compaction.DisposeAsync();
        _cache.Dispose();
    }

    private ReadResult.Found Handed(ObjectSnapshot snapshot)
    {
        _cache.Kept.Keep(snapshot);
        return new ReadResult.Found(snapshot);
    }

    /// <summary>The newest snapshot once it has reached the revision, or after the time that a read waits for it.</summary>
    private async ValueTask<ObjectSnapshot> WaitFor(long revision, CancellationToken cancellationToken)
    {
        var snapshot = await _cache.Filled(cancellationToken);
        if (snapshot.Revision >= revision)
            return snapshot;

        snapshot = await _cache.Newest(cancellationToken);
        if (snapshot.Revision >= revision)
            return snapshot;

        using var cursor = _cache.CursorAfter(revision)!;
        using var late = new CancellationTokenSource(_options.FutureRevisionWait, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            // Read first, then look: a change that comes in between ends the wait.
            do
                cursor.TryRead(out _);
            while (_cache.Snapshot!.Revision < revision && await cursor.WaitToRead(either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Not reached in time: the caller says so.
        }

        return _cache.Snapshot!;
    }
}
