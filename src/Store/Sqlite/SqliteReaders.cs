using System.Collections.Concurrent;

namespace CloudletK8s.Store.Sqlite;

/// <summary>A few connections that read, opened as they are needed; callers beyond that wait for one.</summary>
internal sealed class SqliteReaders(string path) : IDisposable
{
    private const int Connections = 4;

    private readonly SemaphoreSlim _free = new(Connections);
    private readonly ConcurrentStack<SqliteReader> _idle = new();

    public async ValueTask<T> Read<T>(Func<SqliteReader, T> read, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            if (!_idle.TryPop(out var reader))
                reader = new SqliteReader(path);

            try
            {
                return read(reader);
            }
            finally
            {
                _idle.Push(reader);
            }
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        while (_idle.TryPop(out var reader))
            reader.Dispose();

        _free.Dispose();
    }
}
