namespace CloudletK8s.Store.Sqlite;

/// <summary>One connection. Not safe for concurrent use.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private const int OpenReadWrite = 0x2;
    private const int OpenCreate = 0x4;
    private const int OpenWithoutMutex = 0x8000;
    private const int OpenExtendedCodes = 0x0200_0000;
    private const uint PreparePersistent = 1;

    // Only a checkpoint ever waits for another connection.
    private const int BusyTimeoutMilliseconds = 5_000;

    private readonly List<SqliteStatement> _statements = [];
    private nint _handle;

    private SqliteDatabase(nint handle, string path)
    {
        _handle = handle;
        Path = path;
    }

    public nint Handle => _handle;

    public string Path { get; }

    public static SqliteDatabase Open(string path)
    {
        var code = SqliteNative.Open(path, out var handle, OpenReadWrite | OpenCreate | OpenWithoutMutex | OpenExtendedCodes, 0);
        var database = new SqliteDatabase(handle, path);
        try
        {
            database.Check(code);
            database.Check(SqliteNative.BusyTimeout(handle, BusyTimeoutMilliseconds));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public void Execute(string sql) => Check(SqliteNative.Execute(_handle, sql, 0, 0, 0));

    /// <summary>The single number that a query returns.</summary>
    public long Scalar(string sql)
    {
        var statement = Prepare(sql);
        try
        {
            statement.Step();
            return statement.Int64(0);
        }
        finally
        {
            statement.Close();
        }
    }

    /// <summary>Closed together with the connection.</summary>
    public SqliteStatement Prepare(string sql)
    {
        Check(SqliteNative.Prepare(_handle, sql, -1, PreparePersistent, out var handle, 0));
        var statement = new SqliteStatement(this, handle);
        _statements.Add(statement);
        return statement;
    }

    public void Check(int code)
    {
        if (code != 0)
            throw SqliteException.From(code, _handle, Path);
    }

    public void Dispose()
    {
        foreach (var statement in _statements)
            statement.Close();

        _statements.Clear();
        if (_handle != 0)
            _ = SqliteNative.Close(_handle);

        _handle = 0;
    }
}
