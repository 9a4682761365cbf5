using System.Diagnostics.CodeAnalysis;
using CloudletK8s.Store.Log;

namespace CloudletK8s.Store.Caching;

/// <summary>A cursor that begins before the changes in memory: it reads the log until it meets them, then follows memory.</summary>
internal sealed class LogCursor(long afterRevision, LogReader log, int pageChanges, Func<long, MemoryCursor?> join, Func<long> newest, Action disposed)
    : IWatchCursor
{
    private readonly Queue<Change> _page = new();
    private MemoryCursor? _memory;
    private long _loaded = afterRevision;
    private bool _disposed;

    public long Revision { get; private set; } = afterRevision;

    public bool TryRead([NotNullWhen(true)] out Change? change)
    {
        if (_page.TryDequeue(out change) || (_memory is not null && _memory.TryRead(out change)))
        {
            Revision = change.Revision;
            return true;
        }

        return false;
    }

    public async ValueTask<bool> WaitToRead(CancellationToken cancellationToken)
    {
        while (_page.Count == 0)
        {
            _memory ??= join(_loaded);
            if (_memory is not null)
                return await _memory.WaitToRead(cancellationToken);

            if (!await LoadPage(cancellationToken))
                return false;
        }

        return true;
    }

    public void Dispose()
    {
        if (_disposed)
            return;

        _disposed = true;
        _memory?.Dispose();
        disposed();
    }

    private async ValueTask<bool> LoadPage(CancellationToken cancellationToken)
    {
        var records = new List<LogRecord>();
        await foreach (var record in log.Changes(_loaded, Math.Min(_loaded + pageChanges, newest()), cancellationToken))
            records.Add(record);

        var changes = await LoggedChanges.From(log, _loaded, records, cancellationToken);
        if (changes is null)
            return false;

        foreach (var change in changes)
            _page.Enqueue(change);

        _loaded += changes.Count;
        return changes.Count > 0;
    }
}
