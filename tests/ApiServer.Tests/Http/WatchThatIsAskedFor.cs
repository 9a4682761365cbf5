using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.Http;

public sealed class WatchThatIsAskedFor(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string InitialEventsEnd = "k8s.io/initial-events-end";
    private readonly InProcessServer _server = fixture.Server;

    private PlainClient Client => _server.Client;

    [Fact]
    public async Task Tells_every_change_after_its_start()
    {
        var maps = await Maps();
        (await Client.Post(maps, """{"metadata":{"name":"a"}}""")).Expect(201);
        var start = (await Client.Get(maps)).Version;
        using var watch = await Client.Watch($"{maps}?watch=true&resourceVersion={start}");

        (await Client.Post(maps, """{"metadata":{"name":"b"}}""")).Expect(201);
        (await Client.Patch($"{maps}/a", """{"data":{"x":"y"}}""")).Expect(200);
        (await Client.Delete($"{maps}/b")).Expect(200);

        Assert.Equal(["ADDED b", "MODIFIED a", "DELETED b"], [await watch.NextShort(), await watch.NextShort(), await watch.NextShort()]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&resourceVersion=0")]
    public async Task Without_a_start_begins_with_what_is_there(string more)
    {
        var maps = await Maps();
        (await Client.Post(maps, """{"metadata":{"name":"a"}}""")).Expect(201);

        using var watch = await Client.Watch($"{maps}?watch=true{more}");

        Assert.Equal("ADDED a", await watch.NextShort());
    }

    [Fact]
    public async Task With_a_selector_sees_objects_enter_and_leave_it()
    {
        var maps = await Maps();
        using var watch = await Client.Watch($"{maps}?watch=true&labelSelector=color%3Dred");

        (await Client.Post(maps, """{"metadata":{"name":"a","labels":{"color":"blue"}}}""")).Expect(201);
        (await Client.Patch($"{maps}/a", """{"metadata":{"labels":{"color":"red"}}}""")).Expect(200);
        (await Client.Patch($"{maps}/a", """{"data":{"x":"y"}}""")).Expect(200);
        var left = (await Client.Patch($"{maps}/a", """{"metadata":{"labels":{"color":"blue"}}}""")).Expect(200);
        (await Client.Delete($"{maps}/a")).Expect(200);
        (await Client.Post(maps, """{"metadata":{"name":"b","labels":{"color":"red"}}}""")).Expect(201);

        Assert.Equal(["ADDED a", "MODIFIED a"], [await watch.NextShort(), await watch.NextShort()]);
        var gone = await watch.Next();
        Assert.Equal("DELETED", gone!.Type);
        Assert.Equal("red", gone.Object.Object("metadata", "labels")!.Text("color"));
        Assert.Equal(left.Version, gone.Object.Object("metadata")!.Text("resourceVersion"));
        Assert.Equal("ADDED b", await watch.NextShort());
    }

    [Fact]
    public async Task Of_a_field_sees_the_one_object()
    {
        var maps = await Maps();
        using var watch = await Client.Watch($"{maps}?watch=true&fieldSelector=metadata.name%3Db");
        using var legacy = await Client.Watch(maps.Replace("/api/v1/", "/api/v1/watch/", StringComparison.Ordinal) + "/b");

        foreach (var name in (string[])["a", "b"])
            (await Client.Post(maps, $$"""{"metadata":{"name":"{{name}}"} }""")).Expect(201);

        Assert.Equal(["ADDED b", "ADDED b"], [await watch.NextShort(), await legacy.NextShort()]);
    }

    [Fact]
    public async Task With_initial_events_marks_their_end()
    {
        var maps = await Maps();
        (await Client.Post(maps, """{"metadata":{"name":"a"}}""")).Expect(201);
        using var watch = await Client.Watch(
            $"{maps}?watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true");

        Assert.Equal("ADDED a", await watch.NextShort());
        var mark = await watch.Next();
        (await Client.Post(maps, """{"metadata":{"name":"b"}}""")).Expect(201);

        Assert.Equal("BOOKMARK", mark!.Type);
        Assert.Equal("ConfigMap", mark.Object.Text("kind"));
        Assert.Equal("true", mark.Object.Object("metadata", "annotations")!.Text(InitialEventsEnd));
        Assert.NotEmpty(mark.Object.Object("metadata")!.Text("resourceVersion")!);
        Assert.Equal("ADDED b", await watch.NextShort());
    }

    [Fact]
    public async Task Ends_in_time_with_a_bookmark_from_which_the_next_goes_on()
    {
        var maps = await Maps();
        using var watch = await Client.Watch($"{maps}?watch=true&timeoutSeconds=1&allowWatchBookmarks=true");
        var created = (await Client.Post(maps, """{"metadata":{"name":"a"}}""")).Expect(201);

        Assert.Equal("ADDED a", await watch.NextShort());
        var mark = await watch.Next();
        Assert.Equal(("BOOKMARK", created.Version), (mark!.Type, mark.Object.Object("metadata")!.Text("resourceVersion")));
        Assert.Null(await watch.Next());

        (await Client.Post(maps, """{"metadata":{"name":"b"}}""")).Expect(201);
        using var next = await Client.Watch($"{maps}?watch=true&resourceVersion={mark.Object.Object("metadata")!.Text("resourceVersion")}");
        Assert.Equal("ADDED b", await next.NextShort());
    }

    private async Task<string> Maps() => $"/api/v1/namespaces/{await _server.Namespace()}/configmaps";
}
