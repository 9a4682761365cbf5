namespace CloudletK8s.Store.Sqlite;

/// <summary>The file's layout and how connections to it are set up.</summary>
internal static class SqliteSchema
{
    private const long Version = 1;

    // A page takes one 3 kB object. Larger pages would put more unchanged bytes into the log with every change.
    private const int PageBytes = 4096;

    // The log is written back when it has grown to 16 MiB, and is never left larger than 64 MiB by one huge transaction.
    private const int CheckpointPages = 4096;
    private const int LogBytes = 64 * 1024 * 1024;

    private const int WriterCacheKibibytes = 4 * 1024;
    private const int ReaderCacheKibibytes = 1024;

    /// <summary>Opens the connection that writes, and makes the tables if the file is new.</summary>
    public static SqliteDatabase OpenWriter(string path)
    {
        var database = SqliteDatabase.Open(path);
        try
        {
            // FULL: a commit returns when the log is on the disk, not when the kernel has it.
            database.Execute($"""
                PRAGMA page_size = {PageBytes};
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA temp_store = MEMORY;
                PRAGMA wal_autocheckpoint = {CheckpointPages};
                PRAGMA journal_size_limit = {LogBytes};
                PRAGMA cache_size = -{WriterCacheKibibytes};
                """);
            Create(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public static SqliteDatabase OpenReader(string path)
    {
        var database = SqliteDatabase.Open(path);
        try
        {
            database.Execute($"""
                PRAGMA query_only = ON;
                PRAGMA temp_store = MEMORY;
                PRAGMA cache_size = -{ReaderCacheKibibytes};
                """);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Counts the store's openings. Versions start with the count, so that no ETag of a row that was deleted is ever given out
    /// again after a restart.
    /// </summary>
    public static long NextOpening(SqliteDatabase database)
    {
        database.Execute("UPDATE openings SET count = count + 1");
        return database.Scalar("SELECT count FROM openings");
    }

    private static void Create(SqliteDatabase database)
    {
        var version = database.Scalar("PRAGMA user_version");
        if (version == Version)
            return;

        if (version != 0)
            throw new NotSupportedException($"'{database.Path}' has layout {version}; this program knows {Version}. Use a newer one.");

        // Values stand in a table of their own order, where new ones are appended; only short keys are sorted.
        database.Execute($"""
            BEGIN IMMEDIATE;
            CREATE TABLE partitions (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
            CREATE TABLE rows (
                id INTEGER PRIMARY KEY, partition INTEGER NOT NULL, row TEXT NOT NULL, version INTEGER NOT NULL, value BLOB NOT NULL);
            CREATE UNIQUE INDEX rows_by_key ON rows (partition, row);
            CREATE TABLE openings (count INTEGER NOT NULL);
            INSERT INTO openings VALUES (0);
            PRAGMA user_version = {Version};
            COMMIT;
            """);
    }
}
