using System.Buffers.Binary;
using CloudletK8s.Store.Log;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store;

/// <summary>
/// How far each resource's log has been turned into work. The log is the outbox: what lies behind the mark was not published, or is
/// not known to have been.
/// </summary>
public sealed class PublishedMarks(ITableStore tables, string cluster)
{
    private readonly string _partition = LogRows.Catalogue(cluster);
    private readonly ClusterCatalogue _catalogue = new(tables, cluster);

    /// <summary>Every resource of which anything was ever written.</summary>
    public async Task<IReadOnlyList<string>> Resources(CancellationToken cancellationToken) => await _catalogue.Resources(cancellationToken);

    /// <summary>Null: nothing was published yet.</summary>
    public async ValueTask<long?> Get(string resource, CancellationToken cancellationToken) =>
        await tables.Get(_partition, LogRows.Published(resource), cancellationToken) is { } row ? BinaryPrimitives.ReadInt64LittleEndian(row.Value.Span) : null;

    public async ValueTask Set(string resource, long revision, CancellationToken cancellationToken)
    {
        var value = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(value, revision);
        await tables.Submit(_partition, [new TableOperation.Upsert(LogRows.Published(resource), value)], cancellationToken);
    }
}
