using System.Globalization;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Sqlite;

/// <summary>
/// Applies batches within a transaction that the caller holds. Every condition of a batch is checked before its first row is
/// written, so that a refused batch leaves nothing to undo.
/// </summary>
internal sealed class SqliteBatchWriter
{
    // The low bits count batches within one opening of the store: a million a second for twelve days.
    private const int OpeningShift = 40;

    private readonly Dictionary<string, long> _partitions = new(StringComparer.Ordinal);
    private readonly (long Id, long Version)[] _found = new (long, long)[TableLimits.BatchRows];
    private readonly SqliteStatement _find;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _update;
    private readonly SqliteStatement _delete;
    private readonly SqliteStatement _findPartition;
    private readonly SqliteStatement _insertPartition;
    private long _version;

    public SqliteBatchWriter(SqliteDatabase database)
    {
        _find = database.Prepare("SELECT id, version FROM rows WHERE partition = ?1 AND row = ?2");
        _insert = database.Prepare("INSERT INTO rows (version, value, partition, row) VALUES (?1, ?2, ?3, ?4)");
        _update = database.Prepare("UPDATE rows SET version = ?1, value = ?2 WHERE id = ?3");
        _delete = database.Prepare("DELETE FROM rows WHERE id = ?1");
        _findPartition = database.Prepare("SELECT id FROM partitions WHERE name = ?1");
        _insertPartition = database.Prepare("INSERT INTO partitions (name) VALUES (?1)");
        _version = SqliteSchema.NextOpening(database) << OpeningShift;
    }

    public static string ETag(long version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>To be called when the transaction was undone: partitions that were made in it are gone.</summary>
    public void Forget() => _partitions.Clear();

    public SubmitResult Apply(string partition, IReadOnlyList<TableOperation> operations)
    {
        var partitionId = Partition(partition);
        for (var i = 0; i < operations.Count; i++)
        {
            _found[i] = Find(partitionId, operations[i].Row);
            if (Refusal(operations[i], _found[i]) is { } reason)
                return new SubmitResult.Refused(i, reason);
        }

        // One version for the batch: a row is in a batch only once, so its ETag still changes with every commit.
        var version = ++_version;
        var etag = ETag(version);
        var etags = new string?[operations.Count];
        for (var i = 0; i < operations.Count; i++)
        {
            Write(partitionId, operations[i], _found[i].Id, version);
            etags[i] = operations[i] is TableOperation.Delete ? null : etag;
        }

        return new SubmitResult.Committed(etags);
    }

    private static RefusalReason? Refusal(TableOperation operation, (long Id, long Version) found) => operation switch
    {
        TableOperation.Insert => found.Id == 0 ? null : RefusalReason.AlreadyExists,
        TableOperation.Replace replace => Unmatched(replace.ETag, found),
        TableOperation.Delete delete => Unmatched(delete.ETag, found),
        _ => null,
    };

    private static RefusalReason? Unmatched(string? etag, (long Id, long Version) found)
    {
        if (found.Id == 0)
            return RefusalReason.NotFound;

        var matches = etag is null
            || long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version == found.Version;
        return matches ? null : RefusalReason.Stale;
    }

    private (long Id, long Version) Find(long partition, string row)
    {
        _find.Bind(1, partition);
        _find.BindKey(2, TableKey.Encode(row));
        try
        {
            return _find.Step() ? (_find.Int64(0), _find.Int64(1)) : default;
        }
        finally
        {
            _find.Reset();
        }
    }

    private void Write(long partition, TableOperation operation, long id, long version)
    {
        if (operation is TableOperation.Delete)
        {
            _delete.Bind(1, id);
            _delete.Run();
            return;
        }

        var statement = id == 0 ? _insert : _update;
        statement.Bind(1, version);
        statement.Bind(3, id == 0 ? partition : id);
        if (id == 0)
            statement.BindKey(4, TableKey.Encode(operation.Row));

        statement.Run(2, TableBatch.Value(operation).Span);
    }

    private long Partition(string name)
    {
        if (_partitions.TryGetValue(name, out var id))
            return id;

        var key = TableKey.Encode(name);
        id = FindPartition(key);
        if (id == 0)
        {
            _insertPartition.BindKey(1, key);
            _insertPartition.Run();
            id = FindPartition(key);
        }

        _partitions.Add(name, id);
        return id;
    }

    private long FindPartition(string key)
    {
        _findPartition.BindKey(1, key);
        try
        {
            return _findPartition.Step() ? _findPartition.Int64(0) : 0;
        }
        finally
        {
            _findPartition.Reset();
        }
    }
}
