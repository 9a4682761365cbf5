using System.Collections.Concurrent;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ControllerRuntime.Dynamic;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.InProcess;

/// <summary>
/// Hears the store of this process: one subscription for all resources, and no watch. Where other processes write too, it hears of
/// their changes when the store does.
/// </summary>
public sealed class StoreLives(IClusterStore store, ServedResources served, TimeProvider time) : ILifeFeed
{
    /// <summary>A cache that was filled anew does not tell what it skipped; after this the resource is looked at as a whole.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly CatalogKinds _kinds = new(served);
    private readonly ConcurrentDictionary<string, FollowedResource> _followed = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task Follow(Action<ObjectLife> told, CancellationToken cancellationToken)
    {
        using var changed = new SemaphoreSlim(1);
        void Hear(string resource, Change change)
        {
            if (_followed.TryGetValue(resource, out var followed))
                followed.Hear(change);
        }

        void Reshape() => changed.Release();

        store.Changed += Hear;
        served.Changed += Reshape;
        try
        {
            while (true)
            {
                await changed.WaitAsync(cancellationToken);
                await FollowAll(told, cancellationToken);
                _begun.TrySetResult();
            }
        }
        finally
        {
            store.Changed -= Hear;
            served.Changed -= Reshape;
        }
    }

    public async ValueTask CatchUp(CancellationToken cancellationToken)
    {
        await _begun.Task.WaitAsync(cancellationToken);
        foreach (var (_, followed) in _followed)
        {
            var newest = followed.Store.Revision;
            if (!followed.Reaches(newest))
                await Wait(followed, newest, cancellationToken);
        }
    }

    private async Task FollowAll(Action<ObjectLife> told, CancellationToken cancellationToken)
    {
        foreach (var (resource, kind) in _kinds.Current.ByResource)
        {
            // What vanishes with its definition has lost its objects before; should the name come back, its store goes on.
            var followed = _followed.GetOrAdd(resource, _ => new(kind, store.Resource(resource), told));
            if (!followed.IsFilled)
                await followed.Fill(cancellationToken);
        }
    }

    private async ValueTask Wait(FollowedResource followed, long revision, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var patience = new CancellationTokenSource(Patience, time);
        await using var _ = patience.Token.Register(limit.Cancel);
        try
        {
            await followed.WaitFor(revision, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await followed.Fill(cancellationToken);
        }
    }
}
