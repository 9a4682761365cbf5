using System.Collections.Concurrent;
using CloudletK8s.ApiServer.Resources;
using CloudletK8s.ControllerRuntime.Dynamic;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.InProcess;

/// <summary>
/// Hears the store of this process: one subscription for all resources, and no watch. Where other processes write too, it hears of
/// their changes when the store does.
/// </summary>
/// <param name="failure">Hears of failures; the feed goes on by itself.</param>
public sealed class StoreLives(IClusterStore store, ServedResources served, TimeProvider time, Action<Exception>? failure = null) : ILifeFeed
{
    /// <summary>Before what could not be read is read again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

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
                if (await TryFollowAll(told, cancellationToken))
                {
                    _begun.TrySetResult();
                    continue;
                }

                await Task.Delay(Pause, time, cancellationToken);
                changed.Release();
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

    private async ValueTask<bool> TryFollowAll(Action<ObjectLife> told, CancellationToken cancellationToken)
    {
        try
        {
            await FollowAll(told, cancellationToken);
            return true;
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            failure?.Invoke(failed);
            return false;
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
