using System.Runtime.CompilerServices;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Log;

/// <summary>Reads one resource's partition.</summary>
internal sealed class LogReader(ITableStore tables, string partition, int pageRows)
{
    public async ValueTask<LogHead> Head(CancellationToken cancellationToken)
    {
        var row = await tables.Get(partition, LogRows.Head, cancellationToken);
        return row is null ? LogHead.None : LogHead.Decode(row.Value.Span, row.ETag);
    }

    /// <summary>The change at a revision; null when it was compacted.</summary>
    public async ValueTask<LogRecord?> Change(long revision, CancellationToken cancellationToken)
    {
        var row = await tables.Get(partition, LogRows.Change(revision), cancellationToken);
        return row is null ? null : LogRecord.Decode(row.Value);
    }

    /// <summary>The changes after one revision, up to and with another, in order. Compaction leaves gaps at or below the oldest revision only.</summary>
    public IAsyncEnumerable<LogRecord> Changes(long after, long upTo, CancellationToken cancellationToken) =>
        Rows(LogRows.Changes(after, upTo), cancellationToken);

    /// <summary>The objects' rows. Not a snapshot: what is written meanwhile may be seen or not.</summary>
    public IAsyncEnumerable<LogRecord> Objects(CancellationToken cancellationToken) => Rows(LogRows.AllObjects, cancellationToken);

    private async IAsyncEnumerable<LogRecord> Rows(RowRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await tables.Query(partition, range, pageRows, cancellationToken);
            foreach (var row in page.Rows)
                yield return LogRecord.Decode(row.Value);

            if (page.NextRow is null)
                yield break;

            range = range with { From = page.NextRow };
        }
    }
}
