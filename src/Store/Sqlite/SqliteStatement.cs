using System.Text;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Sqlite;

/// <summary>
/// A prepared statement, used over and over. Keys are bound from buffers that the collector does not move, values from where they
/// are: neither is copied before SQLite writes it into a page.
/// </summary>
internal sealed unsafe class SqliteStatement(SqliteDatabase database, nint handle)
{
    private const int Row = 100;
    private const int Done = 101;
    private const nint Static = 0;
    private const int MaximumParameters = 4;

    private static readonly byte[] Empty = GC.AllocateArray<byte>(1, pinned: true);

    private readonly byte[]?[] _keys = new byte[MaximumParameters + 1][];
    private nint _handle = handle;

    public void Bind(int index, long value) => database.Check(SqliteNative.BindInt64(_handle, index, value));

    /// <param name="key">An encoded key: ASCII.</param>
    public void BindKey(int index, string key)
    {
        var buffer = _keys[index];
        if (buffer is null || buffer.Length < key.Length)
        {
            buffer = GC.AllocateUninitializedArray<byte>(Math.Max(key.Length, TableLimits.KeyCharacters), pinned: true);
            _keys[index] = buffer;
        }

        var length = Encoding.ASCII.GetBytes(key, buffer);
        fixed (byte* start = buffer)
            database.Check(SqliteNative.BindText(_handle, index, start, length, Static));
    }

    /// <summary>Moves to the next row of the result; false when there is none.</summary>
    public bool Step()
    {
        switch (SqliteNative.Step(_handle))
        {
            case Row:
                return true;
            case Done:
                return false;
            case var code:
                throw SqliteException.From(code, database.Handle, database.Path);
        }
    }

    /// <summary>Ends the statement's use of the database. What failed was said by <see cref="Step"/>.</summary>
    public void Reset() => _ = SqliteNative.Reset(_handle);

    /// <summary>Runs a statement that returns no rows.</summary>
    public void Run()
    {
        try
        {
            Step();
        }
        finally
        {
            Reset();
        }
    }

    public void Run(int valueIndex, ReadOnlySpan<byte> value)
    {
        // A null pointer would be bound as NULL, not as an empty value.
        fixed (byte* start = value.IsEmpty ? Empty : value)
        {
            database.Check(SqliteNative.BindBlob(_handle, valueIndex, start, value.Length, Static));
            Run();
        }
    }

    public long Int64(int column) => SqliteNative.ColumnInt64(_handle, column);

    public string Key(int column)
    {
        var start = SqliteNative.ColumnText(_handle, column);
        return Encoding.ASCII.GetString(start, SqliteNative.ColumnBytes(_handle, column));
    }

    public byte[] Bytes(int column)
    {
        var start = SqliteNative.ColumnBlob(_handle, column);
        return new ReadOnlySpan<byte>(start, SqliteNative.ColumnBytes(_handle, column)).ToArray();
    }

    /// <summary>For the connection that made it.</summary>
    public void Close()
    {
        if (_handle != 0)
            _ = SqliteNative.Finalize(_handle);

        _handle = 0;
    }
}
