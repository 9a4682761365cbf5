namespace CloudletK8s.Store.Tables;

/// <summary>
/// The cluster store: exactly what Azure Table Storage offers, so that nothing above depends on which adapter it has.
/// Keys are compared ordinally. Every committed row has a new, opaque ETag. A batch is atomic within its partition.
/// </summary>
public interface ITableStore : IAsyncDisposable
{
    /// <summary>
    /// True when no other process can write to this store while it is open; what this process has committed is then
    /// known to be the newest, and no read is needed to find out.
    /// </summary>
    bool IsExclusive { get; }

    /// <summary>Reads one row, or null. Linearizable: it sees every batch that was acknowledged before it was asked.</summary>
    ValueTask<TableRow?> Get(string partition, string row, CancellationToken cancellationToken);

    /// <summary>
    /// Reads rows of a range in ordinal order. A page may hold fewer rows than asked for, even none, and still name a next row.
    /// Several pages are not a snapshot.
    /// </summary>
    ValueTask<TablePage> Query(string partition, RowRange range, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Applies all operations, or none. At most <see cref="TableLimits.BatchRows"/> rows, each named once, and
    /// <see cref="TableLimits.BatchBytes"/>. When it throws, the batch may or may not have been applied: the caller must look.
    /// </summary>
    ValueTask<SubmitResult> Submit(string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken);
}
