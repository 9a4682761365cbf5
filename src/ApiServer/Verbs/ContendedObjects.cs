using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.Verbs;

/// <summary>
/// Where the writers of this process queue that lost an object to a faster one. Without it, many that change one object at once
/// beat each other over and over, and the unluckiest gives up.
/// </summary>
internal sealed class ContendedObjects
{
    private const int Queues = 64;

    /// <summary>A writer ahead may itself wait for one behind (a webhook that writes); so nobody queues for longer.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim[] _queues = [.. Enumerable.Range(0, Queues).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Dispose what is returned when the write is done; null: it took too long, go on without.</summary>
    public async ValueTask<IDisposable?> Enter(IResourceStore store, ObjectKey key, CancellationToken cancellationToken)
    {
        var queue = _queues[(uint)HashCode.Combine(store, key) % Queues];
        return await queue.WaitAsync(LongestWait, cancellationToken) ? new Turn(queue) : null;
    }

    private sealed class Turn(SemaphoreSlim queue) : IDisposable
    {
        public void Dispose() => queue.Release();
    }
}
