using CloudletK8s.Store.Tables;

namespace CloudletK8s.TestKit.Faults;

/// <summary>A process that is killed at a certain submit, before or after it was applied: nothing comes through after that.</summary>
public sealed class KilledTables(ITableStore inner, int submits, bool appliesLast) : TableDecorator(inner)
{
    private int _submits;

    public override async ValueTask<SubmitResult> Submit(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken)
    {
        var submit = Interlocked.Increment(ref _submits);
        if (submit < submits)
            return await base.Submit(partition, operations, cancellationToken);

        if (submit == submits && appliesLast)
            await base.Submit(partition, operations, cancellationToken);

        throw new IOException("The process was killed.");
    }
}
