using System.Text;
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

            rows[i] = rows[i] with
            {
                Value = repeat
                    ? With(record, LogRecord.Decode((await Get(partition, LogRows.Change(record.Revision - 1), cancellationToken))!.Value).Object, null)
                    : With(record, record.Object, "planted"),
            };
        }

        return new TablePage(rows, page.NextRow);
    }

    /// <summary>The record, with the content of another object or under another name.</summary>
    private static ReadOnlyMemory<byte> With(LogRecord record, StoredObject content, string? name)
    {
        const string before = "\"resourceVersion\":\"";
        var json = TestObjects.Json(content);
        var key = content.Key;
        if (name is not null)
        {
            json = json.Replace($"\"name\":\"{key.Name}\"", $"\"name\":\"{name}\"", StringComparison.Ordinal);
            key = key with { Name = name };
        }

        var digits = json.IndexOf(before, StringComparison.Ordinal) + before.Length;
        var write = new ObjectWrite(record.Type, key)
        {
            Json = Encoding.UTF8.GetBytes(json.Remove(digits, json.IndexOf('"', digits) - digits)),
            RevisionOffset = Encoding.UTF8.GetByteCount(json.AsSpan(0, digits)),
            ExpectedRevision = record.PreviousRevision,
        };
        return LogRecord.Encode(write, key, record.Revision, record.PreviousRevision, record.Batch, record.Time).Value;
    }
}
