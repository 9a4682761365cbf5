using CloudletK8s.Store;
using CloudletK8s.Store.Memory;
using CloudletK8s.Store.Tables;
using CloudletK8s.TestKit.Faults;
using CloudletK8s.TestKit.Histories;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.Histories;

/// <summary>What the checker says of whole servers: it must find bugs that are there through all that stands before the store.</summary>
public sealed class HistoryOverHttp
{
    /// <summary>A bug shows only where clients happen to meet; a run in which they do not is followed by another.</summary>
    private const int Runs = 20;

    [Fact]
    public Task Shows_a_lost_update() => AssertFound(table => new OverwritingTables(table), "lost update");

    [Fact]
    public Task Shows_a_stale_read() => AssertFound(table => new StaleTables(table), "stale read");

    [Fact]
    public Task Shows_a_skipped_event() => AssertFound(table => new RewritingTables(table, repeat: false), "skipped");

    [Fact]
    public Task Shows_a_repeated_event() => AssertFound(table => new RewritingTables(table, repeat: true), "repeated");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Shows_nothing_where_nothing_is_planted(int seed) => Assert.Empty(await Violations(table => table, seed));

    private static async Task AssertFound(Func<ITableStore, ITableStore> plant, string violation)
    {
        for (var seed = 1; seed <= Runs; seed++)
        {
            if ((await Violations(plant, seed)).Any(found => found.Contains(violation, StringComparison.Ordinal)))
                return;
        }

        Assert.Fail($"No {violation} was found in {Runs} runs.");
    }

    private static async Task<IReadOnlyList<string>> Violations(Func<ITableStore, ITableStore> plant, int seed)
    {
        await using var table = new MemoryTableStore();
        var storage = new ClusterStoreOptions { PollInterval = TimeSpan.FromMilliseconds(2), CompactionInterval = Timeout.InfiniteTimeSpan };
        await using var healthy = await InProcessServer.Start(tables: table, storage: storage);
        await using var faulty = await InProcessServer.Start(tables: new OneResource(table, plant(table), "serviceaccounts"), storage: storage);
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var clients = new[] { healthy, faulty }.Select(server => server.Client.Http).ToList();

        var workload = new HistoryWorkload([.. clients.Select(client => new HttpResourceStore(_ => new(client), "default"))], seed)
        {
            OperationsPerClient = 60,
            WatchGrace = TimeSpan.FromSeconds(2),
        };
        return HistoryChecker.Check(await workload.Run(bound.Token));
    }
}
