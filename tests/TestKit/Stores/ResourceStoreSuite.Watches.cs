using CloudletK8s.Store;

namespace CloudletK8s.TestKit.Stores;

public abstract partial class ResourceStoreSuite
{
    [Fact]
    public async Task A_cursor_sees_every_change_with_the_state_before()
    {
        var pods = Pods();
        var added = await Add(pods, "a", "1");
        using var cursor = await Watch(pods, 1);
        var modified = await Modify(pods, added, "2");
        var deleted = await Delete(pods, modified);

        var changes = await ReadUpTo(cursor, deleted.Revision);

        Assert.Equal([ChangeType.Added, ChangeType.Modified, ChangeType.Deleted], changes.Select(change => change.Type));
        Assert.Equal([null, 2L, 3L], changes.Select(change => change.Previous?.Revision));
        Assert.Equal("2", TestObjects.Value(changes[2].Previous!));
        Assert.Equal(deleted.Revision, changes[2].Object.Revision);
    }

    [Fact]
    public async Task A_waiting_cursor_wakes_on_the_next_change()
    {
        var pods = Pods();
        await Add(pods, "a");
        using var cursor = await Watch(pods, pods.Revision);
        Assert.False(cursor.TryRead(out _));
        var waiting = cursor.WaitToRead(Soon).AsTask();
        Assert.False(waiting.IsCompleted);

        await Add(pods, "b");

        Assert.True(await waiting);
        Assert.Equal("b", (await Next(cursor)).Object.Key.Name);
    }

    [Fact]
    public async Task A_cancelled_wait_loses_nothing()
    {
        var pods = Pods();
        await Add(pods, "a");
        using var cursor = await Watch(pods, pods.Revision);
        for (var i = 0; i < 3; i++)
        {
            using var cancelled = new CancellationTokenSource();
            var waiting = cursor.WaitToRead(cancelled.Token).AsTask();
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        await Add(pods, "b");

        Assert.Equal("b", (await Next(cursor)).Object.Key.Name);
    }

    [Fact]
    public async Task A_process_that_has_just_started_reads_older_changes_from_the_log()
    {
        var pods = Pods();
        var pod = await Add(pods, "a", "0");
        for (var i = 1; i < 30; i++)
            pod = await Modify(pods, pod, $"{i}");

        await Delete(pods, pod);
        var another = Pods();

        using var cursor = await Watch(another, 5);
        var changes = await ReadUpTo(cursor, 32);
        var added = await Add(another, "b");

        Assert.Equal(Enumerable.Range(6, 27).Select(revision => (long)revision), changes.Select(change => change.Revision));
        Assert.All(changes, change => Assert.Equal(change.Revision - 1, change.Previous!.Revision));
        Assert.Equal(added.Revision, (await Next(cursor)).Revision);
    }

    [Fact]
    public async Task A_cursor_that_falls_too_far_behind_is_told()
    {
        Options = Options with { RecentChanges = 10 };
        var pods = Pods();
        await Add(pods, "a");
        using var slow = await Watch(pods, pods.Revision);
        using var waiting = await Watch(pods, pods.Revision);
        var wait = waiting.WaitToRead(Soon).AsTask();
        for (var i = 0; i < 10; i++)
            await Add(pods, $"b{i}");

        Assert.True(await wait);
        Assert.Equal("b0", (await Next(slow)).Object.Key.Name);
        await Add(pods, "c0");
        await Add(pods, "c1");

        Assert.False(slow.TryRead(out _));
        Assert.False(await slow.WaitToRead(Soon));

        // Whoever asks again gets the rest from the log.
        using var again = await Watch(pods, slow.Revision);
        Assert.Equal(slow.Revision + 1, (await Next(again)).Revision);
    }

    [Fact]
    public async Task A_watch_from_a_revision_to_come_begins_there()
    {
        var pods = Pods();
        await Add(pods, "a");
        using var cursor = await Watch(pods, pods.Revision + 1);

        await Add(pods, "b");
        await Add(pods, "c");

        Assert.Equal("c", (await Next(cursor)).Object.Key.Name);
    }

    [Fact]
    public async Task Subscribers_hear_of_every_change_after_it_is_visible()
    {
        var store = Another();
        var pods = store.Resource("pods");
        var heard = new List<(string, long, bool)>();
        store.Changed += (resource, change) => heard.Add((resource, change.Revision, pods.Revision >= change.Revision));

        var pod = await Add(pods, "a");
        await Delete(pods, pod);

        Assert.Equal([("pods", 2L, true), ("pods", 3L, true)], heard);
    }

    [Fact]
    public async Task A_subscriber_that_throws_does_not_harm_the_commit()
    {
        var store = Another();
        store.Changed += (_, _) => throw new InvalidOperationException("A subscriber's own failure.");

        Assert.Equal(2, (await Add(store.Resource("pods"), "a")).Revision);
    }
}
