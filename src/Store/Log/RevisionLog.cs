using CloudletK8s.Store.Caching;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Log;

/// <summary>
/// Commits the writes of this process to one resource. While one batch is in flight, waiting writes gather; the next batch
/// takes all of them. Whoever loses the head to another process reads the tail of the log and decides again.
/// </summary>
internal sealed class RevisionLog(
    ITableStore tables, string partition, Func<CancellationToken, Task> catalogued, ResourceCache cache, LogReader log, ClusterStoreOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly CommitBatch _batch = new();
    private List<PendingWrite> _arriving = [];
    private List<PendingWrite> _gathered = [];
    private PendingTrim? _trim;
    private Task _pump = Task.CompletedTask;
    private bool _pumping;
    private bool _closed;

    /// <summary>How many of the next writes are committed alone, because together they were too large.</summary>
    private int _alone;

    private long _batchId = BitConverter.ToInt64(Guid.NewGuid().ToByteArray());

    public Task<CommitResult> Commit(ObjectWrite write, CancellationToken cancellationToken)
    {
        var pending = new PendingWrite(write, cancellationToken);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _arriving.Add(pending);
            if (_pumping)
                return pending.Task;

            _pumping = true;
        }

        // The first batch runs on the caller's thread up to its first real wait: no thread switch for a lone writer.
        _pump = Pump();
        return pending.Task;
    }

    /// <summary>
    /// Moves the oldest readable revision on and deletes rows in the same batch, between two commits.
    /// False: somebody else has compacted meanwhile.
    /// </summary>
    public Task<bool> Trim(long oldest, long newOldest, IReadOnlyList<string> rows, CancellationToken cancellationToken)
    {
        var trim = new PendingTrim(oldest, newOldest, rows, cancellationToken);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            if (_trim is not null)
                return Task.FromResult(false);

            _trim = trim;
            if (_pumping)
                return trim.Task;

            _pumping = true;
        }

        _pump = Pump();
        return trim.Task;
    }

    /// <summary>Lets the writes in flight finish; later ones are refused.</summary>
    public Task Close()
    {
        lock (_gate)
        {
            _closed = true;
            return _pump;
        }
    }

    private async Task Pump()
    {
        for (var first = true; ; first = false)
        {
            if (!first)
                await Task.Yield();

            PendingTrim? trim;
            lock (_gate)
            {
                trim = _trim;
                _trim = null;
                if (_gathered.Count == 0)
                    (_arriving, _gathered) = (_gathered, _arriving);
                else
                {
                    _gathered.AddRange(_arriving);
                    _arriving.Clear();
                }

                if (_gathered.Count == 0 && trim is null)
                {
                    _pumping = false;
                    return;
                }
            }

            if (trim is not null)
                await Trim(trim);

            if (_gathered.Count > 0)
                await CommitGathered();
        }
    }

    /// <summary>Commits as many of the gathered writes as one batch holds, however often that takes.</summary>
    private async Task CommitGathered()
    {
        try
        {
            await cache.Filled(CancellationToken.None);

            // A rejection may be answered only if the head was read after the write came, or the batch that it stands in was committed.
            for (var fresh = tables.IsExclusive; ; fresh = true)
            {
                var head = cache.Head;
                var snapshot = cache.Snapshot!;
                if (head.Newest == snapshot.Revision)
                {
                    _batch.Decide(snapshot, ++_batchId, time.GetUtcNow(), _gathered, _alone > 0 ? 1 : int.MaxValue);
                    if (_batch.Records.Count == 0 ? fresh : await Submit(head))
                        break;
                }

                await cache.CaughtUp(CancellationToken.None);
            }

            _batch.Answer();
            Forget(_batch.Decided);
        }
        catch (Exception ex)
        {
            // Not known, or the store cannot be read: every writer hears of it and may ask again.
            foreach (var write in _gathered)
                write.TrySetException(ex);

            _gathered.Clear();
            _alone = 0;
        }
    }

    private void Forget(int decided)
    {
        _gathered.RemoveRange(0, decided);
        _alone = Math.Max(0, _alone - decided);
    }

    /// <summary>False: nothing was written, decide again on what is newest then.</summary>
    private async ValueTask<bool> Submit(LogHead head)
    {
        if (head.ETag is null)
            await catalogued(CancellationToken.None);

        SubmitResult result;
        try
        {
            result = await tables.Submit(partition, _batch.Operations(head), CancellationToken.None);
        }
        catch (Exception ex)
        {
            return await LookUpOutcome(head, ex);
        }

        switch (result)
        {
            case SubmitResult.Committed committed:
                Apply(head, committed.ETags[0]);
                return true;

            case SubmitResult.Refused refused:
                if (refused.Index != 0 && (await log.Head(CancellationToken.None)).ETag == head.ETag)
                    throw new InvalidDataException(
                        $"The rows of {partition} do not agree with its head at revision {head.Newest}: {refused.Reason} at {refused.Index}.");

                return false;

            case SubmitResult.TooLarge when _batch.Decided > 1:
                _alone = _batch.Decided;
                return false;

            case SubmitResult.TooLarge tooLarge:
                _gathered[0].TrySetResult(new CommitResult.TooLarge(tooLarge.Bytes, tooLarge.Limit));
                return true;

            default:
                throw new InvalidOperationException($"Unknown result {result}.");
        }
    }

    private void Apply(LogHead head, string? etag)
    {
        var newest = _batch.Records[^1].Revision;
        if (!cache.Apply(_batch.Records, new LogHead(newest, head.Oldest, _batch.Id, etag)))
            throw new InvalidDataException($"{partition} was committed at revision {newest} although its cache had not reached it.");
    }

    /// <summary>
    /// A submit threw: the batch was applied, or was not, or may be yet. The log tells the first; writing the head anew makes
    /// sure of the second, because the batch stands on the head's old ETag.
    /// </summary>
    private async ValueTask<bool> LookUpOutcome(LogHead head, Exception failure)
    {
        var pause = options.OutcomeLookupPause;
        for (var lookup = 1; ; lookup++)
        {
            try
            {
                var found = await log.Head(CancellationToken.None);
                if (found.Newest > head.Newest)
                    return await WasOurs(found);

                if (found.ETag != head.ETag || await Fence(found))
                    return false;
            }
            catch (Exception ex) when (lookup < options.OutcomeLookups)
            {
                failure = ex;
            }

            if (lookup == options.OutcomeLookups)
                throw new IOException($"It is not known whether the changes to {partition} were committed.", failure);

            await Task.Delay(pause, time);
            pause *= 2;
        }
    }

    /// <summary>The head has moved on: by this batch if the change after the old head carries its id.</summary>
    private async ValueTask<bool> WasOurs(LogHead found)
    {
        var first = _batch.Records[0];
        var change = await log.Change(first.Revision, CancellationToken.None)
            ?? throw new IOException($"{partition} was compacted before the outcome of a commit could be looked up.");
        if (change.Batch != _batch.Id)
            return false;

        cache.Apply(_batch.Records, found.Newest == _batch.Records[^1].Revision ? found : null);
        return true;
    }

    private async ValueTask<bool> Fence(LogHead found)
    {
        var head = found with { Batch = ++_batchId };
        TableOperation operation = found.ETag is null
            ? new TableOperation.Insert(LogRows.Head, head.Encode())
            : new TableOperation.Replace(LogRows.Head, head.Encode(), found.ETag);
        return await tables.Submit(partition, [operation], CancellationToken.None) is SubmitResult.Committed;
    }

    private async Task Trim(PendingTrim trim)
    {
        try
        {
            await cache.CaughtUp(trim.CancellationToken);
            var head = cache.Head;
            if (head.ETag is null || head.Oldest != trim.Oldest || head.Newest != cache.Snapshot!.Revision)
            {
                trim.TrySetResult(false);
                return;
            }

            trim.TrySetResult(await Submit(trim, head));
        }
        catch (Exception ex)
        {
            trim.TrySetException(ex);
        }
    }

    private async ValueTask<bool> Submit(PendingTrim trim, LogHead head)
    {
        var trimmed = head with { Oldest = trim.NewOldest, Batch = ++_batchId };
        var rows = trim.Rows.ToList();
        while (true)
        {
            var operations = new List<TableOperation>(rows.Count + 1) { new TableOperation.Replace(LogRows.Head, trimmed.Encode(), head.ETag!) };
            foreach (var row in rows)
                operations.Add(new TableOperation.Delete(row, null));

            switch (await tables.Submit(partition, operations, trim.CancellationToken))
            {
                case SubmitResult.Committed committed:
                    cache.Apply([], trimmed with { ETag = committed.ETags[0] });
                    return true;

                // A row that is gone already, however that came about, must not stop compaction forever.
                case SubmitResult.Refused { Index: > 0, Reason: RefusalReason.NotFound } missing:
                    rows.RemoveAt(missing.Index - 1);
                    break;

                default:
                    return false;
            }
        }
    }
}
