using CloudletK8s.Store;
using CloudletK8s.Store.Memory;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.CustomResources;

public sealed class WatchOfADefinedKind : IAsyncLifetime
{
    private const string Second = """,{"name":"v2","served":true,"storage":false,"schema":{"openAPIV3Schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}""";

    private readonly MemoryTableStore _table = new();
    private InProcessServer _here = null!;
    private InProcessServer _there = null!;

    public async Task InitializeAsync()
    {
        var storage = new ClusterStoreOptions { PollInterval = TimeSpan.FromMilliseconds(5), CompactionInterval = Timeout.InfiniteTimeSpan };
        _here = await InProcessServer.Start(tables: _table, storage: storage);
        _there = await InProcessServer.Start(tables: _table, storage: storage);
        (await _here.Client.Post(Definitions.Path, Definitions.CronTab(versions: Second))).Expect(201);
        (await _here.Client.Post(Definitions.CronTabs, Definitions.Object("a", "{}"))).Expect(201);
    }

    public async Task DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
        await _table.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ends_with_the_definition_whichever_server_it_is_deleted_on(bool sameServer)
    {
        using var watch = await _here.Client.Watch($"{Definitions.CronTabs}?watch=true");
        Assert.Equal("ADDED a", await watch.NextShort());

        (await (sameServer ? _here : _there).Client.Delete($"{Definitions.Path}/crontabs.stable.example.com")).Expect(200);

        Assert.Equal("DELETED a", await watch.NextShort());
        Assert.Equal("end", await watch.NextShort());
        (await _here.Client.Get(Definitions.CronTabs)).Expect(404);
    }

    [Fact]
    public async Task Ends_with_its_version_while_that_of_the_other_version_goes_on()
    {
        using var first = await _here.Client.Watch($"{Definitions.CronTabs}?watch=true");
        using var second = await _here.Client.Watch($"{Definitions.CronTabs.Replace("/v1/", "/v2/", StringComparison.Ordinal)}?watch=true");
        Assert.Equal("ADDED a", await first.NextShort());
        Assert.Equal("ADDED a", await second.NextShort());

        (await _there.Client.Patch(
            $"{Definitions.Path}/crontabs.stable.example.com",
            """[{"op":"replace","path":"/spec/versions/1/served","value":false}]""",
            PlainClient.JsonPatch)).Expect(200);

        Assert.Equal("end", await second.NextShort());
        (await _here.Client.Post(Definitions.CronTabs, Definitions.Object("b", "{}"))).Expect(201);
        Assert.Equal("ADDED b", await first.NextShort());
    }
}
