using System.Globalization;
using System.Text;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Buses.StorageQueues;

/// <summary>Who works on a key, for queues that deliver to anybody. A lock that was not given back ends with its time.</summary>
public sealed class KeyLocks(ITableStore tables, string cluster, TimeProvider time)
{
    /// <summary>Longer than any run takes.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(5);

    private readonly string _partition = $"{cluster}.!locks";

    /// <returns>What gives it back; null: somebody else has it.</returns>
    public async ValueTask<string?> TryTake(string group, CancellationToken cancellationToken)
    {
        var row = Row(group);
        var value = Encoding.ASCII.GetBytes((time.GetUtcNow() + Held).UtcTicks.ToString(CultureInfo.InvariantCulture));
        var existing = await tables.Get(_partition, row, cancellationToken);
        if (existing is not null && Until(existing.Value.Span) > time.GetUtcNow().UtcTicks)
            return null;

        TableOperation take = existing is null ? new TableOperation.Insert(row, value) : new TableOperation.Replace(row, value, existing.ETag);
        return await tables.Submit(_partition, [take], cancellationToken) is SubmitResult.Committed committed ? committed.ETags[0] : null;
    }

    public async ValueTask GiveBack(string group, string etag, CancellationToken cancellationToken) =>
        await tables.Submit(_partition, [new TableOperation.Delete(Row(group), etag)], cancellationToken);

    private static long Until(ReadOnlySpan<byte> value) => long.Parse(Encoding.ASCII.GetString(value), CultureInfo.InvariantCulture);

    private static string Row(string group) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(group)));
}
