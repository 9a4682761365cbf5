using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks.Sources;

namespace CloudletK8s.Store.Caching;

/// <summary>A cursor in the recent changes. Reading and waiting allocate nothing.</summary>
internal sealed class MemoryCursor(ChangeNode node, long afterRevision, CursorWaiters waiters, Action disposed)
    : IWatchCursor, IValueTaskSource<bool>
{
    private ManualResetValueTaskSourceCore<bool> _wait = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _cancellation;
    private CancellationToken _cancellationToken;
    private ChangeNode _node = node;
    private bool _disposed;

    public long Revision => Math.Max(_node.Revision, afterRevision);

    internal MemoryCursor? NextWaiter { get; set; }

    internal MemoryCursor? PreviousWaiter { get; set; }

    internal bool IsWaiting { get; set; }

    internal bool IsNextAtHand => _node.Next is not null;

    public bool TryRead([NotNullWhen(true)] out Change? change)
    {
        while (_node.Next is { } next && next != ChangeNode.Dropped)
        {
            _node = next;

            // A watch may start at a revision that is still to come.
            if (next.Revision > afterRevision)
            {
                change = next.Change!;
                return true;
            }
        }

        change = null;
        return false;
    }

    public ValueTask<bool> WaitToRead(CancellationToken cancellationToken)
    {
        if (_node.Next is { } next)
            return ValueTask.FromResult(next != ChangeNode.Dropped);

        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<bool>(cancellationToken);

        _wait.Reset();
        _cancellationToken = cancellationToken;
        if (!waiters.TryWait(this))
            return ValueTask.FromResult(_node.Next != ChangeNode.Dropped);

        _cancellation = cancellationToken.UnsafeRegister(static cursor => ((MemoryCursor)cursor!).Cancel(), this);
        return new ValueTask<bool>(this, _wait.Version);
    }

    public void Dispose()
    {
        if (_disposed)
            return;

        _disposed = true;
        disposed();
    }

    internal void Signal() => _wait.SetResult(_node.Next != ChangeNode.Dropped);

    private void Cancel()
    {
        if (waiters.TryRemove(this))
            _wait.SetException(new OperationCanceledException(_cancellationToken));
    }

    bool IValueTaskSource<bool>.GetResult(short token)
    {
        // Waits for a cancellation that is just running, so that it cannot hit the next wait.
        _cancellation.Dispose();
        _cancellation = default;
        return _wait.GetResult(token);
    }

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _wait.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _wait.OnCompleted(continuation, state, token, flags);
}
