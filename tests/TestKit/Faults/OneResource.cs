using CloudletK8s.Store.Tables;

namespace CloudletK8s.TestKit.Faults;

/// <summary>Puts a planted bug before one resource only, so that a server on the table starts as usual.</summary>
public sealed class OneResource(ITableStore healthy, ITableStore faulty, string resource) : TableDecorator(healthy)
{
    public override ValueTask<TableRow?> Get(string partition, string row, CancellationToken cancellationToken) =>
        IsMeant(partition) ? faulty.Get(partition, row, cancellationToken) : base.Get(partition, row, cancellationToken);

    public override ValueTask<TablePage> Query(string partition, RowRange range, int limit, CancellationToken cancellationToken) =>
        IsMeant(partition) ? faulty.Query(partition, range, limit, cancellationToken) : base.Query(partition, range, limit, cancellationToken);

    public override ValueTask<SubmitResult> Submit(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken) =>
        IsMeant(partition) ? faulty.Submit(partition, operations, cancellationToken) : base.Submit(partition, operations, cancellationToken);

    private bool IsMeant(string partition) => partition.EndsWith($".{resource}", StringComparison.Ordinal);
}
