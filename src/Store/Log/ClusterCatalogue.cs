using System.Collections.Concurrent;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Log;

/// <summary>Which resources a cluster has, for snapshots; and whether a restore of the cluster was left half done.</summary>
internal sealed class ClusterCatalogue(ITableStore tables, string cluster)
{
    private readonly string _partition = LogRows.Catalogue(cluster);
    private readonly ConcurrentDictionary<string, bool> _added = new();
    private volatile bool _complete;

    /// <summary>Called before a resource's head is first written, so that no resource is ever missing from the catalogue.</summary>
    public async Task Add(string resource, CancellationToken cancellationToken)
    {
        if (_added.ContainsKey(resource))
            return;

        await tables.Submit(_partition, [new TableOperation.Upsert(LogRows.Resource(resource), new byte[] { 1 })], cancellationToken);
        _added[resource] = true;
    }

    public async Task<List<string>> Resources(CancellationToken cancellationToken)
    {
        var resources = new List<string>();
        for (RowRange? range = RowRange.Prefix(LogRows.ResourcePrefix); range is { } rest;)
        {
            var page = await tables.Query(_partition, rest, TableLimits.PageRows, cancellationToken);
            resources.AddRange(page.Rows.Select(row => row.Row[LogRows.ResourcePrefix.Length..]));
            range = page.NextRow is { } next ? rest with { From = next } : null;
        }

        return resources;
    }

    /// <summary>Throws when a restore did not come to its end: what is there is not the cluster.</summary>
    public async Task RequireComplete(CancellationToken cancellationToken)
    {
        if (_complete)
            return;

        if (await IsRestoring(cancellationToken))
            throw new InvalidDataException($"A restore of cluster '{cluster}' did not finish. Run it again.");

        _complete = true;
    }

    public async Task<bool> IsRestoring(CancellationToken cancellationToken) =>
        await tables.Get(_partition, LogRows.Restoring, cancellationToken) is not null;

    public async Task BeginRestore(CancellationToken cancellationToken) =>
        await tables.Submit(_partition, [new TableOperation.Upsert(LogRows.Restoring, new byte[] { 1 })], cancellationToken);

    public async Task EndRestore(CancellationToken cancellationToken) =>
        await tables.Submit(_partition, [new TableOperation.Delete(LogRows.Restoring, null)], cancellationToken);
}
