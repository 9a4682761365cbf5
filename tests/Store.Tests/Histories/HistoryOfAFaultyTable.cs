using CloudletK8s.Store.Memory;
using CloudletK8s.Store.Tables;
using CloudletK8s.TestKit.Faults;
using CloudletK8s.TestKit.Histories;

namespace CloudletK8s.Store.Tests.Histories;

/// <summary>The checker is worth something only if it finds bugs that are there.</summary>
public sealed class HistoryOfAFaultyTable
{
    /// <summary>A bug shows only where clients happen to meet; a run in which they do not is followed by another.</summary>
    private const int Runs = 30;

    [Fact]
    public Task A_lost_update_is_found() => AssertFound(table => new OverwritingTables(table), "lost update");

    [Fact]
    public Task A_stale_read_is_found() => AssertFound(table => new StaleTables(table), "stale read");

    [Fact]
    public Task A_skipped_event_is_found() => AssertFound(table => new RewritingTables(table, repeat: false), "skipped");

    [Fact]
    public Task A_repeated_event_is_found() => AssertFound(table => new RewritingTables(table, repeat: true), "repeated");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nothing_is_found_where_nothing_is_planted(int seed) => Assert.Empty(await Violations(table => table, seed));

    private static async Task AssertFound(Func<ITableStore, ITableStore> plant, string violation)
    {
        for (var seed = 1; seed <= Runs; seed++)
        {
            if ((await Violations(plant, seed)).Any(found => found.Contains(violation)))
                return;
        }

        Assert.Fail($"No {violation} was found in {Runs} runs.");
    }

    private static async Task<IReadOnlyList<string>> Violations(Func<ITableStore, ITableStore> plant, int seed)
    {
        await using var table = new MemoryTableStore();
        var options = new ClusterStoreOptions { PollInterval = TimeSpan.FromMilliseconds(2) };
        await using var healthy = ClusterStore.Open(table, options, TimeProvider.System);
        await using var faulty = ClusterStore.Open(plant(table), options, TimeProvider.System);
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        var workload = new HistoryWorkload([healthy.Resource("pods"), faulty.Resource("pods")], seed) { WatchGrace = TimeSpan.FromSeconds(1) };
        return HistoryChecker.Check(await workload.Run(bound.Token));
    }
}
