using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.TestKit.Clients;

public abstract partial class ApiClientSuite
{
    [Fact]
    public async Task Watches_every_change_after_a_revision()
    {
        var first = await Create(Config("a"));
        var second = await Create(Config("b"));
        await Client.Update(second with { Data = null }, WriteOptions.Default, Ending);
        await Client.Delete<ConfigMap>(Named("a"), new(), Ending);

        var told = await Take(3, new() { ResourceVersion = first.Metadata!.ResourceVersion! });
        Assert.Equal(["Added b", "Modified b", "Deleted a"], told.Select(Text));
    }

    [Fact]
    public async Task Watches_on_while_things_change()
    {
        var first = await Create(Config("a"));
        await using var watch = Client
            .Watch<ConfigMap>("default", new() { ResourceVersion = first.Metadata!.ResourceVersion! }, Ending).GetAsyncEnumerator(Ending);
        for (var i = 0; i < 3; i++)
        {
            var next = watch.MoveNextAsync();
            await Create(Config($"b{i}"));
            Assert.True(await next);
            Assert.Equal($"Added b{i}", Text(watch.Current));
        }
    }

    [Fact]
    public async Task Begins_with_what_is_there_and_says_when_that_is_all()
    {
        await Create(Config("a", app: "suite"));
        var last = await Create(Config("b", app: "suite"));

        var told = await Take(3, new() { SendInitialEvents = true, LabelSelector = "app=suite" });
        Assert.Equal(["Added a", "Added b"], told.Take(2).Select(Text));
        var mark = Assert.IsType<ResourceEvent<ConfigMap>.Bookmark>(told[2]);
        Assert.True(mark.EndsInitialEvents);
        Assert.Equal(last.Metadata!.ResourceVersion, mark.ResourceVersion);
    }

    [Fact]
    public async Task Tells_objects_that_begin_and_cease_to_match_as_added_and_deleted()
    {
        var plain = await Create(Config("a"));
        var labelled = (await Client.Update(Config("a", "2", "x"), WriteOptions.Default, Ending)).Required();
        await Client.Update(labelled with { Data = null }, WriteOptions.Default, Ending);
        await Client.Update(Config("a", "3"), WriteOptions.Default, Ending);

        var told = await Take(3, new() { ResourceVersion = plain.Metadata!.ResourceVersion!, LabelSelector = "app=x" });
        Assert.Equal(["Added a", "Modified a", "Deleted a"], told.Select(Text));
    }

    [Fact]
    public async Task Ends_when_asked_with_the_revision_to_go_on_from()
    {
        var last = await Create(Config("a"));
        var told = new List<ResourceEvent<ConfigMap>>();
        var options = new WatchOptions { ResourceVersion = last.Metadata!.ResourceVersion!, Timeout = TimeSpan.FromSeconds(1) };
        await foreach (var next in Client.Watch<ConfigMap>("default", options, Ending))
            told.Add(next);

        var mark = Assert.IsType<ResourceEvent<ConfigMap>.Bookmark>(Assert.Single(told));
        Assert.Equal(last.Metadata.ResourceVersion, mark.ResourceVersion);
    }

    [Fact]
    public async Task Tells_that_a_revision_is_gone()
    {
        var first = await Create(Config("a"));
        for (var i = 0; i < 40; i++)
            await Create(Config($"b{i}"));
        await _store!.Compact(Ending);

        var gone = Assert.Single(await Take(2, new() { ResourceVersion = first.Metadata!.ResourceVersion! }));
        Assert.Equal(410, Assert.IsType<ResourceEvent<ConfigMap>.Gone>(gone).Status.Code);
    }

    [Fact]
    public async Task Throws_the_status_of_a_watch_that_is_wrong()
    {
        var refused = await Assert.ThrowsAsync<ApiStatusException>(() => Take(1, new() { LabelSelector = "a in" }));
        Assert.Equal(400, refused.Code);
    }

    [Fact]
    public async Task Stops_watching_when_cancelled()
    {
        var last = await Create(Config("a"));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ending);
        await using var watch = Client
            .Watch<ConfigMap>("default", new() { ResourceVersion = last.Metadata!.ResourceVersion! }, stop.Token).GetAsyncEnumerator(stop.Token);
        var next = watch.MoveNextAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    private async Task<List<ResourceEvent<ConfigMap>>> Take(int count, WatchOptions options)
    {
        var told = new List<ResourceEvent<ConfigMap>>();
        await foreach (var next in Client.Watch<ConfigMap>("default", options, Ending))
        {
            told.Add(next);
            if (told.Count == count)
                break;
        }

        return told;
    }

    private static string Text(ResourceEvent<ConfigMap> told) =>
        $"{told.GetType().Name} {(told as ResourceEvent<ConfigMap>.Changed)?.Object.Metadata!.Name}";
}
