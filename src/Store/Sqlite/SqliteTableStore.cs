using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Sqlite;

/// <summary>
/// The store of the embedded server: one file in a directory that one process has to itself. What was acknowledged survives
/// kill -9 and a power cut.
/// </summary>
public sealed class SqliteTableStore : ITableStore
{
    private const string FileName = "store.db";

    private readonly DirectoryLock _lock;
    private readonly SqliteDatabase _database;
    private readonly SqliteGroupCommit _commits;
    private readonly SqliteReaders _readers;
    private int _disposed;

    private SqliteTableStore(DirectoryLock held, SqliteDatabase database)
    {
        _lock = held;
        _database = database;
        _commits = new SqliteGroupCommit(database);
        _readers = new SqliteReaders(database.Path);
    }

    public bool IsExclusive => true;

    internal static string FileIn(string directory) => Path.Combine(directory, FileName);

    /// <summary>Opens the store in a directory; makes both where they are missing.</summary>
    /// <exception cref="StoreInUseException">Another process has it open.</exception>
    /// <exception cref="SqliteException">The file is damaged, or the disk does not obey.</exception>
    public static SqliteTableStore Open(string directory)
    {
        // The objects hold secrets, so others on the machine may not look in.
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directory);
        else
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var held = DirectoryLock.Take(directory);
        SqliteDatabase? database = null;
        try
        {
            database = SqliteSchema.OpenWriter(FileIn(directory));
            return new SqliteTableStore(held, database);
        }
        catch
        {
            database?.Dispose();
            held.Dispose();
            throw;
        }
    }

    public ValueTask<TableRow?> Get(string partition, string row, CancellationToken cancellationToken) =>
        TableKey.Fits(row)
            ? _readers.Read(reader => reader.Get(partition, row), cancellationToken)
            : ValueTask.FromResult<TableRow?>(null);

    public ValueTask<TablePage> Query(string partition, RowRange range, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return _readers.Read(reader => reader.Query(partition, range, Math.Min(limit, TableLimits.PageRows)), cancellationToken);
    }

    public ValueTask<SubmitResult> Submit(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken) =>
        TableBatch.Check(partition, operations) is { } tooLarge
            ? ValueTask.FromResult<SubmitResult>(tooLarge)
            : _commits.Submit(partition, operations, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;

        // The connection that closes last writes the log back into the file and removes it.
        await _commits.DisposeAsync();
        _readers.Dispose();
        _database.Dispose();
        _lock.Dispose();
    }
}
