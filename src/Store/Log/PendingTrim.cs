namespace CloudletK8s.Store.Log;

/// <summary>A step of compaction that waits for its turn between two batches.</summary>
internal sealed class PendingTrim(long oldest, long newOldest, IReadOnlyList<string> rows, CancellationToken cancellationToken)
    : TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public long Oldest { get; } = oldest;

    public long NewOldest { get; } = newOldest;

    public IReadOnlyList<string> Rows { get; } = rows;

    public CancellationToken CancellationToken { get; } = cancellationToken;
}
