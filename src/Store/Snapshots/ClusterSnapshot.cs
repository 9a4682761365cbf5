using CloudletK8s.Store.Caching;
using CloudletK8s.Store.Log;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Snapshots;

/// <summary>A cluster's objects and history in one file.</summary>
public static class ClusterSnapshot
{
    /// <summary>
    /// Saves a cluster, running or not. Each resource is saved at one revision, one after the other; they are of one moment where
    /// the tables are (<see cref="Sqlite.SqliteFrozenTables"/>), and of the time that the save takes where they go on changing.
    /// </summary>
    public static async Task Save(ITableStore tables, string cluster, Stream destination, CancellationToken cancellationToken)
    {
        var catalogue = new ClusterCatalogue(tables, cluster);
        await catalogue.RequireComplete(cancellationToken);
        await using var writer = new SnapshotWriter(destination);
        await writer.WriteHeader(cancellationToken);
        foreach (var resource in await catalogue.Resources(cancellationToken))
            await Save(new LogReader(tables, LogRows.Partition(cluster, resource), TableLimits.PageRows), resource, writer, cancellationToken);

        await writer.Complete(destination, cancellationToken);
    }

    /// <summary>
    /// Restores a cluster into a store that has none. The file is checked to its end before anything is written; a restore that
    /// is killed leaves a marker, with which no store opens, and can be run again. No process may have the cluster open.
    /// </summary>
    /// <param name="source">Read twice, so it must be seekable.</param>
    public static async Task<RestoreResult> Restore(ITableStore tables, string cluster, Stream source, CancellationToken cancellationToken)
    {
        List<SnapshotResource> resources;
        try
        {
            await SnapshotReader.Verify(source, cancellationToken);
            resources = await Survey(source, cancellationToken);
        }
        catch (Exception ex) when (ex is InvalidDataException or EndOfStreamException)
        {
            return new RestoreResult.Damaged(ex.Message);
        }

        var restore = new ClusterRestore(tables, cluster);
        if (await restore.FindExisting(cancellationToken) is { } existing)
            return new RestoreResult.NotEmpty(existing);

        await restore.Run(resources, SnapshotReader.Entries(source, cancellationToken), cancellationToken);
        return new RestoreResult.Restored(resources.Count, resources.Sum(resource => resource.Objects));
    }

    private static async Task Save(LogReader log, string resource, SnapshotWriter writer, CancellationToken cancellationToken)
    {
        var (snapshot, head) = await ResourceFill.Read(log, cancellationToken);
        if (head.ETag is null)
            return;

        await writer.Write(new SnapshotEntry.ResourceStart(resource), cancellationToken);
        var current = 0;
        await foreach (var record in log.Changes(0, head.Newest, cancellationToken))
        {
            var isCurrent = snapshot.Find(record.Object.Key)?.Revision == record.Revision;
            current += isCurrent ? 1 : 0;
            await writer.Write(new SnapshotEntry.ChangeRow(record, isCurrent), cancellationToken);
        }

        // What compaction deleted meanwhile was needed by revisions before its horizon only; those are not in this snapshot.
        var oldest = (await log.Head(cancellationToken)).Oldest;
        if (oldest > head.Newest || current != snapshot.Count)
            throw new IOException($"The history of {resource} was compacted past the revision that was being saved. Save again.");

        await writer.Write(new SnapshotEntry.ResourceEnd(head.Newest, oldest), cancellationToken);
    }

    private static async Task<List<SnapshotResource>> Survey(Stream source, CancellationToken cancellationToken)
    {
        var resources = new List<SnapshotResource>();
        SnapshotResource? open = null;
        await foreach (var entry in SnapshotReader.Entries(source, cancellationToken))
        {
            switch (entry)
            {
                case SnapshotEntry.ResourceStart start when open is null:
                    open = new SnapshotResource(start.Name);
                    break;

                case SnapshotEntry.ChangeRow row when open is not null:
                    open.Add(row);
                    break;

                case SnapshotEntry.ResourceEnd end when open is not null:
                    open.End(end);
                    resources.Add(open);
                    open = null;
                    break;

                default:
                    throw new InvalidDataException("The file's entries are not in order.");
            }
        }

        return open is null ? resources : throw new InvalidDataException("The file ends within a resource.");
    }
}
