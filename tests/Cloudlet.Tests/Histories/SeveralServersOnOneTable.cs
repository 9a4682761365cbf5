using CloudletK8s.Store.AzureTables;
using CloudletK8s.TestKit.Azurite;
using CloudletK8s.TestKit.Histories;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.Cloudlet.Tests.Histories;

/// <summary>Server processes that know nothing of each other but the table that they share.</summary>
public sealed class SeveralServersOnOneTable(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private const int Servers = 3;

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(5); // Ends a test that hangs.

    private readonly List<CloudletProcess> _servers = [];

    public async Task InitializeAsync()
    {
        var environment = new Dictionary<string, string?>
        {
            [AzureTableSettings.ConnectionName] = azurite.ConnectionString,
            [AzureTableSettings.TableName] = $"t{Guid.NewGuid():N}",
        };
        _servers.AddRange(await Task.WhenAll(
            Enumerable.Range(0, Servers).Select(_ => CloudletProcess.Start(arguments: ["--store", "azure"], environment: environment))));
    }

    public async Task DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Show_their_clients_one_linearizable_history(int seed)
    {
        using var bound = new CancellationTokenSource(Bound);
        var clients = _servers.Select(server => server.Client).ToList();
        var stores = clients.Select(client => new HttpResourceStore(_ => new(client), "default")).ToList();

        var history = await new HistoryWorkload(stores, seed) { OperationsPerClient = 80, WatchGrace = TimeSpan.FromSeconds(30) }.Run(bound.Token);

        Assert.Empty(HistoryChecker.Check(history));
        Assert.True(history.Events.OfType<HistoryEvent.Written>().Count() > 100, "The workload writes.");
        Assert.True(history.Events.OfType<HistoryEvent.Seen>().Count() > 75, "The workload reads and conflicts.");
        Assert.True(history.Events.OfType<HistoryEvent.Listed>().Count() > 30, "The workload lists.");
        Assert.Empty(history.Events.OfType<HistoryEvent.Unknown>());
    }

    [Fact]
    public async Task Lose_no_patch_of_one_object()
    {
        var patched = await PatchedObject.Run([.. _servers.Select(server => new Func<CancellationToken, ValueTask<HttpClient>>(_ => new(server.Client)))], 20);

        Assert.Equal(patched.Acknowledged.Order(), patched.Found.Order());
    }
}
