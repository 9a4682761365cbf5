using System.Globalization;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Memory;

/// <summary>Rows that change together, behind one lock. Rows themselves never change.</summary>
internal sealed class MemoryPartition
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TableRow> _rows = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _order = new(StringComparer.Ordinal);
    private long _version;

    public TableRow? Find(string row)
    {
        lock (_gate)
            return _rows.GetValueOrDefault(row);
    }

    public TablePage Read(RowRange range, int limit)
    {
        var found = new List<TableRow>();
        long bytes = 0;
        lock (_gate)
        {
            if (_order.Max is not { } last || string.CompareOrdinal(range.From, last) > 0)
                return new TablePage([], null);

            foreach (var row in _order.GetViewBetween(range.From, last))
            {
                if (range.To is not null && string.CompareOrdinal(row, range.To) >= 0)
                    break;

                if (found.Count == limit || bytes >= TableLimits.PageBytes)
                    return new TablePage(found, row);

                var stored = _rows[row];
                bytes += stored.Value.Length;
                found.Add(stored);
            }
        }

        return new TablePage(found, null);
    }

    public SubmitResult Apply(IReadOnlyList<TableOperation> operations)
    {
        var etags = new string?[operations.Count];
        lock (_gate)
        {
            for (var i = 0; i < operations.Count; i++)
            {
                if (Refusal(operations[i]) is { } reason)
                    return new SubmitResult.Refused(i, reason);
            }

            for (var i = 0; i < operations.Count; i++)
                etags[i] = Write(operations[i]);
        }

        return new SubmitResult.Committed(etags);
    }

    private RefusalReason? Refusal(TableOperation operation) =>
        TableConditions.Refusal(operation, _rows.GetValueOrDefault(operation.Row)?.ETag);

    private string? Write(TableOperation operation)
    {
        if (operation is TableOperation.Delete)
        {
            _rows.Remove(operation.Row);
            _order.Remove(operation.Row);
            return null;
        }

        var etag = (++_version).ToString(CultureInfo.InvariantCulture);
        // Copied: the caller may use its buffer again, as it may with a store that writes to a disk or a network.
        var stored = new TableRow(operation.Row, etag, TableBatch.Value(operation).ToArray());
        if (_rows.TryAdd(operation.Row, stored))
            _order.Add(operation.Row);
        else
            _rows[operation.Row] = stored;

        return etag;
    }
}
