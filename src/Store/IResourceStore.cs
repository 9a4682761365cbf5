namespace CloudletK8s.Store;

/// <summary>
/// The objects of one resource of one cluster: the revision log, and the cache that follows it.
/// The first call fills the cache; from then on reads come from memory.
/// </summary>
public interface IResourceStore
{
    /// <summary>The newest revision this process knows of.</summary>
    long Revision { get; }

    /// <summary>One object at the newest revision, or null.</summary>
    ValueTask<StoredObject?> Get(ObjectKey key, CancellationToken cancellationToken);

    /// <summary>All objects at one revision.</summary>
    ValueTask<ReadResult> Read(ReadAt at, CancellationToken cancellationToken);

    /// <summary>
    /// Commits one change and answers once it is durable. Writes that wait at the same time are committed together.
    /// A commit whose outcome is unknown is looked up before it is answered, so an exception means: not known, ask again.
    /// </summary>
    ValueTask<CommitResult> Commit(ObjectWrite write, CancellationToken cancellationToken);

    /// <summary>
    /// Every change after the revision, in order, none twice and none left out; null when history does not reach back so far.
    /// </summary>
    ValueTask<IWatchCursor?> Watch(long afterRevision, CancellationToken cancellationToken);
}
