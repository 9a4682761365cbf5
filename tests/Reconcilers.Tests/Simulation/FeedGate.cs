using CloudletK8s.Api.Kinds;
using CloudletK8s.ControllerRuntime.Caches;

namespace CloudletK8s.Reconcilers.Tests.Simulation;

/// <summary>Closed, the caches stand still, and whoever asks how new they must be is told that they are.</summary>
internal sealed class FeedGate(IResourceRevisions inner) : IResourceRevisions
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _closed;

    public bool IsClosed
    {
        get
        {
            lock (_gate)
                return _closed is not null;
        }
    }

    public void Close()
    {
        lock (_gate)
            _closed ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void Open()
    {
        TaskCompletionSource? closed;
        lock (_gate)
        {
            closed = _closed;
            _closed = null;
        }

        closed?.SetResult();
    }

    public async Task Pass(CancellationToken cancellationToken)
    {
        Task? closed;
        lock (_gate)
            closed = _closed?.Task;
        if (closed is not null)
            await closed.WaitAsync(cancellationToken);
    }

    public async ValueTask<long> Newest(KindInfo kind, CancellationToken cancellationToken) =>
        IsClosed ? 0 : await inner.Newest(kind, cancellationToken);
}
