using CloudletK8s.Store.Log;

namespace CloudletK8s.Store.Caching;

/// <summary>Reads a resource at a revision of the past, by undoing what has changed since.</summary>
internal sealed class HistoricSnapshots(ResourceCache cache, LogReader log)
{
    /// <summary>Null when history does not reach back so far.</summary>
    /// <param name="current">A snapshot that is newer than the revision.</param>
    public async ValueTask<ObjectSnapshot?> At(long revision, ObjectSnapshot current, CancellationToken cancellationToken)
    {
        if (cache.Kept.Find(revision) is { } kept)
            return kept;

        return FromMemory(revision, current) ?? await FromLog(revision, current, cancellationToken);
    }

    private ObjectSnapshot? FromMemory(long revision, ObjectSnapshot current)
    {
        if (cache.NodeAt(revision) is not { } node)
            return null;

        // Only the first change of each object matters: it holds the state at the revision.
        var undone = new HashSet<ObjectKey>();
        var builder = new SnapshotBuilder(current);
        while (node.Revision < current.Revision)
        {
            if (node.Next is not { } next || next == ChangeNode.Dropped)
                return null;

            node = next;
            var change = node.Change!;
            if (undone.Add(change.Object.Key))
                Restore(builder, change.Object.Key, change.Previous);
        }

        return builder.Build(revision);
    }

    private async ValueTask<ObjectSnapshot?> FromLog(long revision, ObjectSnapshot current, CancellationToken cancellationToken)
    {
        var head = await log.Head(cancellationToken);
        if (revision < head.Oldest)
            return null;

        var before = new Dictionary<ObjectKey, long>();
        var expected = revision + 1;
        await foreach (var record in log.Changes(revision, current.Revision, cancellationToken))
        {
            if (record.Revision != expected++)
                return null;

            before.TryAdd(record.Object.Key, record.PreviousRevision);
        }

        if (expected != current.Revision + 1)
            return null;

        var builder = new SnapshotBuilder(current);
        foreach (var (key, previous) in before)
        {
            var state = previous == 0 ? null : (await log.Change(previous, cancellationToken))?.Object;
            if (state is null && previous != 0)
                return null;

            Restore(builder, key, state);
        }

        return builder.Build(revision);
    }

    private static void Restore(SnapshotBuilder builder, ObjectKey key, StoredObject? state)
    {
        if (state is null)
            builder.Remove(key);
        else
            builder.Set(state);
    }
}
