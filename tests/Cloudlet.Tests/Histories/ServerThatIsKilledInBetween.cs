using CloudletK8s.TestKit.Histories;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.Cloudlet.Tests.Histories;

public sealed class ServerThatIsKilledInBetween : IAsyncLifetime
{
    private const int Kills = 3;

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(5); // Ends a test that hangs.

    private readonly TestDirectory _data = new();
    private readonly ServerLives _lives;

    public ServerThatIsKilledInBetween() => _lives = new(_data.Path, ["--store", "sqlite"]);

    public Task InitializeAsync() => _lives.Start();

    public async Task DisposeAsync()
    {
        await _lives.DisposeAsync();
        _data.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Shows_its_clients_one_linearizable_history_over_all_its_lives(int seed)
    {
        using var bound = new CancellationTokenSource(Bound);
        var acknowledged = new WriteCount();
        var store = new HttpResourceStore(_lives.Client, "default") { Acknowledged = acknowledged.Add };
        var workload = new HistoryWorkload([store], seed) { ClientsPerStore = 12, OperationsPerClient = 100, WatchGrace = TimeSpan.FromSeconds(30) };

        var running = workload.Run(bound.Token);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await (await Task.WhenAny(running, acknowledged.Reaches(kill * 50))).WaitAsync(bound.Token);
            await _lives.Restart();
        }

        var history = await running;
        Assert.Empty(HistoryChecker.Check(history));
        Assert.True(history.Events.OfType<HistoryEvent.Written>().Count() > 150, "The workload writes.");
        Assert.NotEmpty(history.Events.OfType<HistoryEvent.Unknown>());
    }

    [Fact]
    public async Task Loses_no_acknowledged_patch_of_one_object()
    {
        var acknowledged = new WriteCount();
        var patching = PatchedObject.Run([_lives.Client], 60, acknowledged.Add);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await (await Task.WhenAny(patching, acknowledged.Reaches(kill * 50))).WaitAsync(Bound);
            await _lives.Restart();
        }

        var patched = await patching;
        Assert.Empty(patched.Acknowledged.Except(patched.Found));
        Assert.Empty(patched.Found.Except(patched.Acknowledged.Concat(patched.Unknown)));
        Assert.NotEmpty(patched.Unknown);
    }
}
