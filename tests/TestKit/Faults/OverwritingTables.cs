using CloudletK8s.Store.Tables;

namespace CloudletK8s.TestKit.Faults;

/// <summary>Planted bug, a lost update: the conditions of a batch are not looked at.</summary>
public sealed class OverwritingTables(ITableStore inner) : TableDecorator(inner)
{
    public override ValueTask<SubmitResult> Submit(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken) =>
        base.Submit(partition, [.. operations.Where(operation => operation is not TableOperation.Delete).Select(Unconditional)], cancellationToken);

    private static TableOperation Unconditional(TableOperation operation) => operation switch
    {
        TableOperation.Insert insert => new TableOperation.Upsert(insert.Row, insert.Value),
        TableOperation.Replace replace => new TableOperation.Upsert(replace.Row, replace.Value),
        _ => operation,
    };
}
