using CloudletK8s.Store.Tables;

namespace CloudletK8s.TestKit.Faults;

/// <summary>Stands before a table and passes everything on; what derives from it does one thing differently.</summary>
public abstract class TableDecorator(ITableStore inner) : ITableStore
{
    public virtual bool IsExclusive => inner.IsExclusive;

    public virtual ValueTask<TableRow?> Get(string partition, string row, CancellationToken cancellationToken) =>
        inner.Get(partition, row, cancellationToken);

    public virtual ValueTask<TablePage> Query(string partition, RowRange range, int limit, CancellationToken cancellationToken) =>
        inner.Query(partition, range, limit, cancellationToken);

    public virtual ValueTask<SubmitResult> Submit(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken) =>
        inner.Submit(partition, operations, cancellationToken);

    /// <summary>The table belongs to whoever made it.</summary>
    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
