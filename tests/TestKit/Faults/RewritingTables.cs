using CloudletK8s.Store;
using CloudletK8s.Store.Log;
using CloudletK8s.Store.Tables;
using CloudletK8s.TestKit.Stores;

namespace CloudletK8s.TestKit.Faults;

/// <summary>
/// Planted bugs in the log's tail, as a mistaken cache of rows would make them. The rows stay complete, because the store
/// notices a hole by itself: a skipped event has another one in its place, a repeated event stands in the next one's place.
/// </summary>
public sealed class RewritingTables(ITableStore inner, bool repeat) : TableDecorator(inner)
{
    private const int Every = 7;

    public override async ValueTask<TablePage> Query(string partition, RowRange range, int limit, CancellationToken cancellationToken)
    {
        var page = await base.Query(partition, range, limit, cancellationToken);
        if (!range.From.StartsWith("l:", StringComparison.Ordinal))
            return page;

        var rows = page.Rows.ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            var record = LogRecord.Decode(rows[i].Value);
            if (record.Revision % Every != 0)
                continue;

            if (repeat)
            {
                var before = await Get(partition, LogRows.Change(record.Revision - 1), cancellationToken);
                rows[i] = rows[i] with { Value = With(record, LogRecord.Decode(before!.Value).Object).Value };
            }
            else
                rows[i] = rows[i] with { Value = With(record, new StoredObject(new ObjectKey("", "planted"), 0, record.Object.Json)).Value };
        }

        return new TablePage(rows, page.NextRow);
    }

    private static LogRecord With(LogRecord record, StoredObject content)
    {
        var write = TestObjects.Write(record.Type, content.Key, TestObjects.Value(content), record.PreviousRevision);
        return LogRecord.Encode(write, content.Key, record.Revision, record.PreviousRevision, record.Batch, record.Time);
    }
}
