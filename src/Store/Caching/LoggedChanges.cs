using CloudletK8s.Store.Log;

namespace CloudletK8s.Store.Caching;

/// <summary>Turns log rows into changes: finds the state before each, in the rows themselves or at its own place in the log.</summary>
internal static class LoggedChanges
{
    /// <summary>Null when compaction took a row that is needed: history no longer reaches back to the revision.</summary>
    public static async ValueTask<List<Change>?> From(LogReader log, long after, List<LogRecord> records, CancellationToken cancellationToken)
    {
        var changes = new List<Change>(records.Count);
        var byRevision = new Dictionary<long, StoredObject>(records.Count);
        var expected = after + 1;
        foreach (var record in records)
        {
            if (record.Revision != expected++)
                return null;

            StoredObject? previous = null;
            if (record.PreviousRevision != 0 && !byRevision.TryGetValue(record.PreviousRevision, out previous))
                previous = (await log.Change(record.PreviousRevision, cancellationToken))?.Object;

            if (record.PreviousRevision != 0 && previous is null)
                return null;

            byRevision.Add(record.Revision, record.Object);
            changes.Add(new Change(record.Type, record.Object, previous));
        }

        return changes;
    }
}
