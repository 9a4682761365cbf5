using CloudletK8s.Store.Tables;

namespace CloudletK8s.TestKit.Faults;

/// <summary>
/// A table behind a bad line: some submits fail before they are applied, some after, and some are applied only when their
/// caller has long been told that they failed.
/// </summary>
public sealed class UncertainTables(ITableStore inner, int seed, double failures) : TableDecorator(inner)
{
    private readonly Random _random = new(seed);
    private readonly Lock _gate = new();
    private readonly List<Task> _late = [];
    private int _failed;

    public int Failed => Volatile.Read(ref _failed);

    /// <summary>The submits that were let loose; wait for them before the table is closed.</summary>
    public Task Late
    {
        get
        {
            lock (_gate)
                return Task.WhenAll(_late);
        }
    }

    public override async ValueTask<SubmitResult> Submit(
        string partition, IReadOnlyList<TableOperation> operations, CancellationToken cancellationToken)
    {
        int kind;
        lock (_gate)
            kind = _random.NextDouble() < failures ? _random.Next(3) : -1;

        switch (kind)
        {
            case 0:
                break;

            case 1:
                await base.Submit(partition, operations, cancellationToken);
                break;

            case 2:
                lock (_gate)
                    _late.Add(ApplyLate(partition, operations));
                break;

            default:
                return await base.Submit(partition, operations, cancellationToken);
        }

        Interlocked.Increment(ref _failed);
        throw new IOException("The line was cut.");
    }

    private async Task ApplyLate(string partition, IReadOnlyList<TableOperation> operations)
    {
        for (var i = 0; i < 20; i++)
            await Task.Yield();

        await base.Submit(partition, operations, CancellationToken.None);
    }
}
