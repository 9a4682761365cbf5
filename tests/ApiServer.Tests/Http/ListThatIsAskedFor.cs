using System.Globalization;
using CloudletK8s.Store.Memory;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.Http;

public sealed class ListThatIsAskedFor(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private readonly InProcessServer _server = fixture.Server;

    private PlainClient Client => _server.Client;

    [Fact]
    public async Task Names_its_kind_and_its_revision_and_its_items_do_not()
    {
        var maps = await Maps("a", "b");

        var list = (await Client.Get(maps)).Expect(200);

        Assert.Equal(("ConfigMapList", "v1"), (list.Json.Text("kind"), list.Json.Text("apiVersion")));
        Assert.Equal(["a", "b"], list.ItemNames);
        Assert.True(long.Parse(list.Version, CultureInfo.InvariantCulture) > 0);
        Assert.All(list.Items, item => Assert.False(item.Has("kind") || item.Has("apiVersion")));
        Assert.Empty((await Client.Get("/api/v1/namespaces/nowhere/configmaps")).Expect(200).Items);
    }

    [Fact]
    public async Task Comes_in_pages_of_one_revision()
    {
        var maps = await Maps("a", "b", "c", "d", "e");

        var first = (await Client.Get($"{maps}?limit=2")).Expect(200);
        (await Client.Delete($"{maps}/d")).Expect(200);
        (await Client.Post(maps, """{"metadata":{"name":"cc"}}""")).Expect(201);
        var second = (await Client.Get($"{maps}?limit=2&continue={first.Metadata.Text("continue")}")).Expect(200);
        var third = (await Client.Get($"{maps}?limit=2&continue={second.Metadata.Text("continue")}")).Expect(200);

        Assert.Equal(["a", "b", "|", "c", "d", "|", "e"], [.. first.ItemNames, "|", .. second.ItemNames, "|", .. third.ItemNames]);
        Assert.Equal((3, 1, null), (first.Metadata.Whole("remainingItemCount"), second.Metadata.Whole("remainingItemCount"), third.Metadata.Whole("remainingItemCount")));
        Assert.Equal([first.Version, first.Version], [second.Version, third.Version]);
        Assert.False(third.Metadata.Has("continue"));
        (await Client.Get($"{maps}?limit=2&resourceVersion={first.Version}&continue={first.Metadata.Text("continue")}")).ExpectStatus(
            400, "BadRequest", "specifying resource version is not allowed when using continue");
    }

    [Fact]
    public async Task Of_a_revision_follows_the_table_of_matches()
    {
        var maps = await Maps("a");
        var old = (await Client.Get(maps)).Version;
        (await Client.Post(maps, """{"metadata":{"name":"b"}}""")).Expect(201);

        Assert.Equal(["a", "b"], (await Client.Get($"{maps}?resourceVersion=0")).ItemNames);
        Assert.Equal(["a", "b"], (await Client.Get($"{maps}?resourceVersion={old}")).ItemNames);
        Assert.Equal(["a", "b"], (await Client.Get($"{maps}?resourceVersion={old}&resourceVersionMatch=NotOlderThan")).ItemNames);
        Assert.Equal(["a"], (await Client.Get($"{maps}?resourceVersion={old}&resourceVersionMatch=Exact")).ItemNames);
        Assert.Equal(["a"], (await Client.Get($"{maps}?resourceVersion={old}&limit=5")).ItemNames);
    }

    [Fact]
    public async Task Whose_page_is_compacted_offers_a_token_that_goes_on()
    {
        await using var server = await InProcessServer.Start(
            tables: new MemoryTableStore(isExclusive: true),
            storage: new() { CompactionInterval = Timeout.InfiniteTimeSpan, HistoryChanges = 1, HistoryAge = TimeSpan.Zero, KeptSnapshots = 0, RecentChanges = 1 });
        const string maps = "/api/v1/namespaces/default/configmaps";
        foreach (var name in (string[])["a", "b", "c"])
            (await server.Client.Post(maps, $$"""{"metadata":{"name":"{{name}}"} }""")).Expect(201);
        var first = (await server.Client.Get($"{maps}?limit=1")).Expect(200);
        for (var i = 0; i < 10; i++)
            (await server.Client.Patch($"{maps}/c", $$"""{"data":{"i":"{{i}}"} }""")).Expect(200);
        await server.Store.Compact(CancellationToken.None);
        var oldest = (await server.Client.Get($"{maps}?limit=1")).Version;
        (await server.Client.Patch($"{maps}/c", """{"data":{"i":"after"}}""")).Expect(200);

        var gone = (await server.Client.Get($"{maps}?limit=1&continue={first.Metadata.Text("continue")}")).Expect(410);
        var next = (await server.Client.Get($"{maps}?limit=5&continue={gone.Metadata.Text("continue")}")).Expect(200);

        Assert.Equal("Expired", gone.Reason);
        Assert.StartsWith("The provided continue parameter is too old to display a consistent list result.", gone.Message, StringComparison.Ordinal);
        Assert.Equal(["b", "c"], next.ItemNames);
        (await server.Client.Get($"{maps}?resourceVersion={first.Version}&resourceVersionMatch=Exact")).ExpectStatus(
            410, "Expired", "The resourceVersion for the provided list is too old.");

        using var watch = await server.Client.Watch($"{maps}?watch=true&resourceVersion={first.Version}");
        var error = await watch.Next();
        Assert.Equal(("ERROR", 410L, "Expired"), (error!.Type, error.Object.Whole("code"), error.Object.Text("reason")));
        Assert.Equal($"too old resource version: {first.Version} ({oldest})", error.Object.Text("message"));
        Assert.Null(await watch.Next());
    }

    [Theory]
    [InlineData("labelSelector=n%3Da", "a")]
    [InlineData("labelSelector=n%20in%20(a,b)", "a,b")]
    [InlineData("labelSelector=n%20notin%20(a),n", "b,c")]
    [InlineData("labelSelector=!n", "")]
    [InlineData("fieldSelector=metadata.name%3Db", "b")]
    [InlineData("fieldSelector=metadata.name!%3Db&labelSelector=n", "a,c")]
    public async Task With_selectors_has_what_they_choose(string query, string names)
    {
        var maps = await Maps("a", "b", "c");

        Assert.Equal(names, string.Join(',', (await Client.Get($"{maps}?{query}")).Expect(200).ItemNames));
    }

    [Fact]
    public async Task Deleted_as_a_whole_takes_the_selection_only()
    {
        var maps = await Maps("a", "b", "c");

        var deleted = (await Client.Delete($"{maps}?labelSelector=n%20in%20(a,c)")).Expect(200);

        Assert.Equal(["a", "c"], deleted.ItemNames);
        Assert.Equal(["b"], (await Client.Get(maps)).ItemNames);
        Assert.Equal(["b"], (await Client.Delete($"{maps}?dryRun=All")).Expect(200).ItemNames);
        Assert.Equal(["b"], (await Client.Get(maps)).ItemNames);
    }

    private async Task<string> Maps(params string[] names)
    {
        var maps = $"/api/v1/namespaces/{await _server.Namespace()}/configmaps";
        foreach (var name in names)
            (await Client.Post(maps, $$"""{"metadata":{"name":"{{name}}","labels":{"n":"{{name}}"} } }""")).Expect(201);
        return maps;
    }
}
