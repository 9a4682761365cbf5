using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.CustomResources;

/// <summary>
/// Follows what other servers do to the definitions for as long as somebody watches custom resources: those watches must end
/// with the definition, and no request would come by to notice.
/// </summary>
internal sealed class WatchedDefinitions(DefinitionFollower follower, IResourceStore definitions) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private int _watches;
    private CancellationTokenSource _stop = new();
    private Task _following = Task.CompletedTask;

    /// <summary>Dispose what is returned when the watch ends.</summary>
    public IDisposable Begin()
    {
        lock (_gate)
        {
            if (_watches++ == 0)
                _following = Follow(_following, _stop.Token);
        }

        return new Lease(this);
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _watches = int.MaxValue / 2; // None is the first or the last one any more.
        }

        await _stop.CancelAsync();
        await _following;
        _stop.Dispose();
    }

    private async Task Follow(Task before, CancellationToken cancellationToken)
    {
        await Task.Yield();
        await before;
        try
        {
            while (!cancellationToken.IsCancellationRequested)
                await FollowUntilOvertaken(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Nobody watches any more.
        }
    }

    private async ValueTask FollowUntilOvertaken(CancellationToken cancellationToken)
    {
        using var cursor = await definitions.Watch(definitions.Revision, cancellationToken);
        await follower.FollowWrite(cancellationToken);
        while (cursor is not null && await cursor.WaitToRead(cancellationToken))
        {
            while (cursor.TryRead(out _))
            {
                // That something changed is all that counts.
            }

            await follower.FollowWrite(cancellationToken);
        }
    }

    private void End()
    {
        lock (_gate)
        {
            if (--_watches > 0)
                return;

            _stop.Cancel();
            _stop.Dispose();
            _stop = new();
        }
    }

    private sealed class Lease(WatchedDefinitions definitions) : IDisposable
    {
        private bool _ended;

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref _ended, true))
                definitions.End();
        }
    }
}
