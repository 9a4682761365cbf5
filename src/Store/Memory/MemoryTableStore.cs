using System.Collections.Concurrent;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Memory;

/// <summary>
/// A table that lives as long as the object does. Not exclusive by default, so that tests can put several servers onto one instance.
/// </summary>
public sealed class MemoryTableStore(bool isExclusive = false) : ITableStore
{
    private readonly ConcurrentDictionary<string, MemoryPartition> _partitions = new(StringComparer.Ordinal);

    public bool IsExclusive { get; } = isExclusive;

    public ValueTask<TableRow?> Get(string partition, string row, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_partitions.TryGetValue(partition, out var rows) ? rows.Find(row) : null);
    }

    public ValueTask<TablePage> Query(string partition, RowRange range, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_partitions.TryGetValue(partition, out var rows)
            ? rows.Read(range, Math.Min(limit, TableLimits.PageRows))
            : new TablePage([], null));
    }

    public ValueTask<SubmitResult> Submit(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (TableBatch.Check(partition, operations) is { } tooLarge)
            return ValueTask.FromResult<SubmitResult>(tooLarge);

        var rows = _partitions.GetOrAdd(partition, static _ => new MemoryPartition());
        return ValueTask.FromResult(rows.Apply(operations));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
