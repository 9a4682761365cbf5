using CloudletK8s.Store.Caching;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Log;

/// <summary>
/// Decides waiting writes against a snapshot and against each other, in order, and collects the rows of those that succeed.
/// The answers hold once the rows are committed under the head that the snapshot stands at. Reused from batch to batch.
/// </summary>
internal sealed class CommitBatch
{
    private readonly List<(PendingWrite Write, CommitResult Answer)> _answers = [];
    private readonly List<LogRecord> _records = [];
    private readonly Dictionary<ObjectKey, StoredObject?> _changed = [];
    private ObjectSnapshot _snapshot = null!;
    private DateTimeOffset _time;
    private long _bytes;

    public long Id { get; private set; }

    /// <summary>How many of the waiting writes have been decided.</summary>
    public int Decided { get; private set; }

    /// <summary>The changes of those that succeed.</summary>
    public IReadOnlyList<LogRecord> Records => _records;

    public void Decide(ObjectSnapshot snapshot, long id, DateTimeOffset time, IReadOnlyList<PendingWrite> writes, int limit)
    {
        _answers.Clear();
        _records.Clear();
        _changed.Clear();
        _snapshot = snapshot;
        _time = time;
        _bytes = 0;
        Id = id;
        Decided = 0;
        while (Decided < writes.Count && Decided < limit && HasRoomFor(writes[Decided].Write))
            Decide(writes[Decided++]);
    }

    /// <summary>Log rows first, in order of revision, so that a row's index among them is its write's among those that succeed.</summary>
    public List<TableOperation> Operations(LogHead head)
    {
        var newest = new LogHead(_snapshot.Revision + _records.Count, head.Oldest, Id, null).Encode();
        var operations = new List<TableOperation>(1 + _records.Count + _changed.Count)
        {
            head.ETag is null ? new TableOperation.Insert(LogRows.Head, newest) : new TableOperation.Replace(LogRows.Head, newest, head.ETag),
        };
        foreach (var record in _records)
            operations.Add(new TableOperation.Insert(LogRows.Change(record.Revision), record.Value));

        if (_records.Count == 1)
        {
            var record = _records[0];
            operations.Add(ObjectOperation(record, existed: record.PreviousRevision != 0)!);
            return operations;
        }

        for (var i = 0; i < _records.Count; i++)
        {
            var record = _records[i];
            if (_changed.TryGetValue(record.Object.Key, out var last) && (last is null ? IsLastOf(i) : last.Revision == record.Revision)
                && ObjectOperation(record, _snapshot.Find(record.Object.Key) is not null) is { } operation)
                operations.Add(operation);
        }

        return operations;
    }

    /// <summary>Tells the writers.</summary>
    public void Answer()
    {
        foreach (var (write, answer) in _answers)
            write.TrySetResult(answer);
    }

    private static TableOperation? ObjectOperation(LogRecord record, bool existed)
    {
        var row = LogRows.Object(record.Object.Key);

        // The head's ETag alone decides; the object rows need none, because every change of one changes the head.
        return (record.Type, existed) switch
        {
            (ChangeType.Deleted, true) => new TableOperation.Delete(row, null),
            (ChangeType.Deleted, false) => null,
            (_, true) => new TableOperation.Upsert(row, record.Value),
            (_, false) => new TableOperation.Insert(row, record.Value),
        };
    }

    private bool IsLastOf(int index)
    {
        for (var i = index + 1; i < _records.Count; i++)
        {
            if (_records[i].Object.Key == _records[index].Object.Key)
                return false;
        }

        return true;
    }

    /// <summary>The first write always has room: a table says itself what it cannot hold.</summary>
    private bool HasRoomFor(ObjectWrite write) =>
        _records.Count == 0
        || (1 + (2 * (_records.Count + 1)) <= TableLimits.BatchRows
            && _bytes + (2 * write.Json.Length) <= TableLimits.EasyBatchBytes);

    private void Decide(PendingWrite pending)
    {
        if (pending.CancellationToken.IsCancellationRequested)
        {
            pending.TrySetCanceled(pending.CancellationToken);
            return;
        }

        var write = pending.Write;
        var current = _changed.TryGetValue(write.Key, out var changed) ? changed : _snapshot.Find(write.Key);
        if (Rejection(write, current) is { } rejection)
        {
            _answers.Add((pending, rejection));
            return;
        }

        var key = current?.Key ?? new ObjectKey(NamespaceNames.Shared(write.Key.Namespace), write.Key.Name);
        var record = LogRecord.Encode(write, key, _snapshot.Revision + _records.Count + 1, current?.Revision ?? 0, Id, _time);
        _records.Add(record);
        _changed[key] = write.Type == ChangeType.Deleted ? null : record.Object;
        _bytes += 2 * record.Value.Length;
        _answers.Add((pending, new CommitResult.Committed(record.Object)));
    }

    private static CommitResult? Rejection(ObjectWrite write, StoredObject? current)
    {
        if (write.Type == ChangeType.Added)
            return current is null ? null : new CommitResult.AlreadyExists(current);

        if (current is null)
            return CommitResult.NotFound.Instance;

        return current.Revision == write.ExpectedRevision ? null : new CommitResult.Conflict(current);
    }
}
