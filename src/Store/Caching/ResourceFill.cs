using CloudletK8s.Store.Log;

namespace CloudletK8s.Store.Caching;

/// <summary>Reads all objects of a resource at one revision, although a scan of several pages is not a snapshot.</summary>
internal static class ResourceFill
{
    private const int Attempts = 5;

    public static async ValueTask<(ObjectSnapshot Snapshot, LogHead Head)> Read(LogReader log, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = await log.Head(cancellationToken);
            if (before.ETag is null)
                return (ObjectSnapshot.Empty(before.Newest), before);

            var objects = new SortedDictionary<ObjectKey, StoredObject>();
            await foreach (var record in log.Objects(cancellationToken))
                objects[record.Object.Key] = record.Object;

            // Whatever was written during the scan may have been seen or missed. Its changes are in the log, and applying
            // them again gives the state at the head that was read after the scan.
            var head = await log.Head(cancellationToken);
            if (await ApplyChanges(log, before.Newest, head.Newest, objects, cancellationToken))
                return (SnapshotBuilder.FromSorted(head.Newest, [.. objects.Values]), head);

            if (attempt == Attempts)
                throw new InvalidDataException("The log is not complete: rows between two heads are missing.");
        }
    }

    private static async ValueTask<bool> ApplyChanges(
        LogReader log, long after, long upTo, SortedDictionary<ObjectKey, StoredObject> objects, CancellationToken cancellationToken)
    {
        if (after == upTo)
            return true;

        var expected = after + 1;
        await foreach (var record in log.Changes(after, upTo, cancellationToken))
        {
            if (record.Revision != expected++)
                return false;

            if (record.Type == ChangeType.Deleted)
                objects.Remove(record.Object.Key);
            else
                objects[record.Object.Key] = record.Object;
        }

        return expected == upTo + 1;
    }
}
