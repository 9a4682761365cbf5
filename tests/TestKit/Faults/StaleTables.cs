using System.Collections.Concurrent;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.TestKit.Faults;

/// <summary>Planted bug, a stale read: most point reads answer with what an earlier one saw.</summary>
public sealed class StaleTables(ITableStore inner) : TableDecorator(inner)
{
    private const int FreshEvery = 10;

    private readonly ConcurrentDictionary<(string, string), TableRow?> _seen = new();
    private int _reads;

    public override async ValueTask<TableRow?> Get(string partition, string row, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _reads) % FreshEvery != 0 && _seen.TryGetValue((partition, row), out var stale))
            return stale;

        var fresh = await base.Get(partition, row, cancellationToken);
        _seen[(partition, row)] = fresh;
        return fresh;
    }
}
