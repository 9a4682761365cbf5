using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Sqlite;

/// <summary>
/// The one thread that writes. It takes all batches that wait into one transaction, so that they share one flush to the disk, and
/// answers each by itself. While it flushes, the next ones gather.
/// </summary>
internal sealed class SqliteGroupCommit : IAsyncDisposable
{
    /// <summary>Callers beyond this many wait before they are queued.</summary>
    private const int QueueLength = 4096;

    /// <summary>Keeps one transaction, and what is answered late because of it, small.</summary>
    private const int GroupLength = 256;

    private readonly SqliteDatabase _database;
    private readonly SqliteBatchWriter _writer;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SemaphoreSlim _slots = new(QueueLength);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _gate = new();
    private readonly Queue<PendingBatch> _queue = new();
    private bool _closed;
    private Exception? _broken;

    public SqliteGroupCommit(SqliteDatabase database)
    {
        _database = database;
        _writer = new SqliteBatchWriter(database);
        _begin = database.Prepare("BEGIN IMMEDIATE");
        _commit = database.Prepare("COMMIT");
        new Thread(Run) { IsBackground = true, Name = "sqlite writer" }.Start();
    }

    /// <summary>Once the batch is queued it is answered with what became of it, cancelled or not: that takes one flush or two.</summary>
    public async ValueTask<SubmitResult> Submit(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            var batch = new PendingBatch(partition, operations);
            Enqueue(batch);
            return await batch.Task;
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Writes what is queued, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }

        await _ended.Task;
        _slots.Dispose();
    }

    private void Enqueue(PendingBatch batch)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(SqliteTableStore));
            _queue.Enqueue(batch);
            if (_queue.Count == 1)
                Monitor.Pulse(_gate);
        }
    }

    private void Run()
    {
        var group = new List<PendingBatch>(GroupLength);
        while (Take(group))
        {
            Commit(group);
            group.Clear();
        }

        _ended.SetResult();
    }

    private bool Take(List<PendingBatch> group)
    {
        lock (_gate)
        {
            while (_queue.Count == 0)
            {
                if (_closed)
                    return false;

                Monitor.Wait(_gate);
            }

            while (group.Count < GroupLength && _queue.TryDequeue(out var batch))
                group.Add(batch);

            return true;
        }
    }

    private void Commit(List<PendingBatch> group)
    {
        try
        {
            if (_broken is not null)
                throw new IOException("The store stopped writing after an error of the disk; restart it.", _broken);

            _begin.Run();
            foreach (var batch in group)
                batch.Result = _writer.Apply(batch.Partition, batch.Operations);

            _commit.Run();
        }
        catch (Exception error)
        {
            Undo(error);
            foreach (var batch in group)
                batch.SetException(error);

            return;
        }

        foreach (var batch in group)
            batch.SetResult(batch.Result!);
    }

    private void Undo(Exception error)
    {
        // After a failed flush nobody can say what the disk holds, and a second flush may claim success. Only reading the file
        // anew, on the next start, finds out.
        const int inputOutputError = 10;
        if (error is SqliteException { PrimaryCode: inputOutputError })
            _broken ??= error;

        _writer.Forget();
        try
        {
            _database.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has undone it by itself, or never began.
        }
    }
}
