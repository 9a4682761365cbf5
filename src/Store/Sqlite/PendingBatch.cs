using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Sqlite;

/// <summary>A batch that waits for the writer, and its answer.</summary>
internal sealed class PendingBatch(string partition, IReadOnlyList<TableOperation> operations)
    : TaskCompletionSource<SubmitResult>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public string Partition { get; } = partition;

    public IReadOnlyList<TableOperation> Operations { get; } = operations;

    /// <summary>What the answer will be if the transaction commits.</summary>
    public SubmitResult? Result { get; set; }
}
