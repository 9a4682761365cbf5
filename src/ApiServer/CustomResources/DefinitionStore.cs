using CloudletK8s.ApiServer.Resources;
using CloudletK8s.Store;

namespace CloudletK8s.ApiServer.CustomResources;

/// <summary>The store of definitions, as requests see it: when a write is answered, what it says is served.</summary>
internal sealed class DefinitionStore(IResourceStore inner) : IResourceStore
{
    public DefinitionFollower? Follower { get; set; }

    public long Revision => inner.Revision;

    public ValueTask<StoredObject?> Get(ObjectKey key, CancellationToken cancellationToken) => inner.Get(key, cancellationToken);

    public ValueTask<ReadResult> Read(ReadAt at, CancellationToken cancellationToken) => inner.Read(at, cancellationToken);

    public ValueTask<IWatchCursor?> Watch(long afterRevision, CancellationToken cancellationToken) => inner.Watch(afterRevision, cancellationToken);

    public async ValueTask<CommitResult> Commit(ObjectWrite write, CancellationToken cancellationToken)
    {
        var result = await inner.Commit(write, cancellationToken);
        if (result is CommitResult.Committed && Follower is { } follower)
            await follower.FollowWrite(cancellationToken);
        return result;
    }
}
