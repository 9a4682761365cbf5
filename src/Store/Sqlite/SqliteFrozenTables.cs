using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Sqlite;

/// <summary>
/// A directory's store as it was at one moment, all partitions together, also while the process that has it open writes on. It
/// only reads.
/// </summary>
public sealed class SqliteFrozenTables : ITableStore
{
    private readonly SqliteReader _reader;
    private readonly SemaphoreSlim _one = new(1);

    private SqliteFrozenTables(SqliteReader reader) => _reader = reader;

    /// <summary>What is written elsewhere does not reach this view, and nothing is written through it.</summary>
    public bool IsExclusive => true;

    /// <exception cref="FileNotFoundException">There is no store.</exception>
    /// <exception cref="SqliteException">The file is damaged.</exception>
    public static SqliteFrozenTables Open(string directory)
    {
        var path = SqliteTableStore.FileIn(directory);
        return File.Exists(path)
            ? new SqliteFrozenTables(SqliteReader.Frozen(path))
            : throw new FileNotFoundException($"There is no store in '{directory}'.", path);
    }

    public async ValueTask<TableRow?> Get(string partition, string row, CancellationToken cancellationToken)
    {
        using var turn = await Turn(cancellationToken);
        return TableKey.Fits(row) ? _reader.Get(partition, row) : null;
    }

    public async ValueTask<TablePage> Query(string partition, RowRange range, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        using var turn = await Turn(cancellationToken);
        return _reader.Query(partition, range, Math.Min(limit, TableLimits.PageRows));
    }

    public ValueTask<SubmitResult> Submit(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("This is the store as it was at one moment; it cannot be written to.");

    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        _one.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<IDisposable> Turn(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        return new Taken(_one);
    }

    private sealed class Taken(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
