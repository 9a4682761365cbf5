using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Sqlite;

/// <summary>A connection that reads. Not safe for concurrent use. Each call sees the newest committed transaction, whole.</summary>
internal sealed class SqliteReader : IDisposable
{
    private const string InPartition = "partition = (SELECT id FROM partitions WHERE name = ?1)";

    private readonly SqliteDatabase _database;
    private readonly SqliteStatement _get;
    private readonly SqliteStatement _from;
    private readonly SqliteStatement _between;

    public SqliteReader(string path)
    {
        _database = SqliteSchema.OpenReader(path);
        _get = _database.Prepare($"SELECT version, value FROM rows WHERE {InPartition} AND row = ?2");
        _from = _database.Prepare($"SELECT row, version, value FROM rows WHERE {InPartition} AND row >= ?2 ORDER BY row");
        _between = _database.Prepare(
            $"SELECT row, version, value FROM rows WHERE {InPartition} AND row >= ?2 AND row < ?3 ORDER BY row");
    }

    /// <summary>A connection that goes on seeing what was committed when it read first.</summary>
    public static SqliteReader Frozen(string path)
    {
        var reader = new SqliteReader(path);
        reader._database.Execute("BEGIN");
        reader._database.Scalar("SELECT count FROM openings"); // The first read chooses the moment.
        return reader;
    }

    public TableRow? Get(string partition, string row)
    {
        _get.BindKey(1, TableKey.Encode(partition));
        _get.BindKey(2, TableKey.Encode(row));
        try
        {
            return _get.Step() ? new TableRow(row, SqliteBatchWriter.ETag(_get.Int64(0)), _get.Bytes(1)) : null;
        }
        finally
        {
            _get.Reset();
        }
    }

    public TablePage Query(string partition, RowRange range, int limit)
    {
        var statement = range.To is null ? _from : _between;
        statement.BindKey(1, TableKey.Encode(partition));
        statement.BindKey(2, TableKey.Encode(range.From));
        if (range.To is not null)
            statement.BindKey(3, TableKey.Encode(range.To));

        try
        {
            return ReadPage(statement, limit);
        }
        finally
        {
            statement.Reset();
        }
    }

    public void Dispose() => _database.Dispose();

    private static TablePage ReadPage(SqliteStatement statement, int limit)
    {
        var rows = new List<TableRow>();
        long bytes = 0;
        while (statement.Step())
        {
            var row = TableKey.Decode(statement.Key(0));
            if (rows.Count == limit || bytes >= TableLimits.PageBytes)
                return new TablePage(rows, row);

            var value = statement.Bytes(2);
            bytes += value.Length;
            rows.Add(new TableRow(row, SqliteBatchWriter.ETag(statement.Int64(1)), value));
        }

        return new TablePage(rows, null);
    }
}
