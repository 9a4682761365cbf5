using CloudletK8s.Store.Log;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Snapshots;

/// <summary>Writes a checked snapshot: the marker, the rows, the heads, and last the marker's removal.</summary>
internal sealed class ClusterRestore(ITableStore tables, string cluster)
{
    private static readonly RowRange Everything = new("", null);

    private readonly ClusterCatalogue _catalogue = new(tables, cluster);
    private readonly List<TableOperation> _batch = [];
    private long _batchBytes;

    /// <summary>A resource that holds something, unless it is what an earlier restore left half done.</summary>
    public async ValueTask<string?> FindExisting(CancellationToken cancellationToken)
    {
        if (await _catalogue.IsRestoring(cancellationToken))
            return null;

        foreach (var resource in await _catalogue.Resources(cancellationToken))
        {
            if (await tables.Get(LogRows.Partition(cluster, resource), LogRows.Head, cancellationToken) is not null)
                return resource;
        }

        return null;
    }

    public async Task Run(IReadOnlyList<SnapshotResource> resources, IAsyncEnumerable<SnapshotEntry> entries, CancellationToken cancellationToken)
    {
        await _catalogue.BeginRestore(cancellationToken);
        foreach (var leftOver in await _catalogue.Resources(cancellationToken))
            await Clear(LogRows.Partition(cluster, leftOver), cancellationToken);

        var index = -1;
        await foreach (var entry in entries)
        {
            switch (entry)
            {
                case SnapshotEntry.ResourceStart start:
                    await _catalogue.Add(start.Name, cancellationToken);
                    index++;
                    break;

                case SnapshotEntry.ChangeRow row when resources[index].Keeps(row.Record.Revision):
                    await Write(resources[index], row, cancellationToken);
                    break;

                case SnapshotEntry.ResourceEnd:
                    await Flush(resources[index], cancellationToken);
                    break;
            }
        }

        foreach (var resource in resources)
        {
            var head = new LogHead(resource.Newest, resource.Oldest, 0, null);
            await Submit(LogRows.Partition(cluster, resource.Name), [new TableOperation.Insert(LogRows.Head, head.Encode())], cancellationToken);
        }

        await _catalogue.EndRestore(cancellationToken);
    }

    private async ValueTask Write(SnapshotResource resource, SnapshotEntry.ChangeRow row, CancellationToken cancellationToken)
    {
        var record = row.Record;
        if (_batch.Count + 2 > TableLimits.BatchRows || _batchBytes + (2 * record.Value.Length) > TableLimits.EasyBatchBytes)
            await Flush(resource, cancellationToken);

        _batch.Add(new TableOperation.Insert(LogRows.Change(record.Revision), record.Value));
        if (row.IsCurrent)
            _batch.Add(new TableOperation.Insert(LogRows.Object(record.Object.Key), record.Value));

        _batchBytes += 2 * record.Value.Length;
    }

    private async ValueTask Flush(SnapshotResource resource, CancellationToken cancellationToken)
    {
        if (_batch.Count > 0)
            await Submit(LogRows.Partition(cluster, resource.Name), [.. _batch], cancellationToken);

        _batch.Clear();
        _batchBytes = 0;
    }

    private async Task Clear(string partition, CancellationToken cancellationToken)
    {
        while (true)
        {
            var page = await tables.Query(partition, Everything, TableLimits.BatchRows, cancellationToken);
            if (page.Rows.Count > 0)
                await Submit(partition, [.. page.Rows.Select(row => new TableOperation.Delete(row.Row, null))], cancellationToken);
            else if (page.NextRow is null)
                return;
        }
    }

    private async ValueTask Submit(string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken)
    {
        var result = await tables.Submit(partition, operations, cancellationToken);
        if (result is not SubmitResult.Committed)
            throw new IOException($"The restore could not write {operations[0].Row} to {partition}: {result}");
    }
}
