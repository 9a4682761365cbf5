namespace CloudletK8s.Store.Log;

/// <summary>A write that waits for its batch.</summary>
internal sealed class PendingWrite(ObjectWrite write, CancellationToken cancellationToken)
    : TaskCompletionSource<CommitResult>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public ObjectWrite Write { get; } = write;

    public CancellationToken CancellationToken { get; } = cancellationToken;
}
