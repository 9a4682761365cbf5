using CloudletK8s.Store;

namespace CloudletK8s.TestKit.Stores;

public abstract partial class ResourceStoreSuite
{
    [Fact]
    public async Task An_empty_resource_is_at_revision_1()
    {
        var snapshot = await Read(Pods());

        Assert.Equal(1, snapshot.Revision);
        Assert.Equal(0, snapshot.Count);
        Assert.Empty(snapshot.Objects());
    }

    [Fact]
    public async Task Each_change_has_the_next_revision_in_its_json()
    {
        var pods = Pods();

        var added = await Add(pods, "a", "1");
        var modified = await Modify(pods, added, "2");
        var deleted = await Delete(pods, modified);

        Assert.Equal([2, 3, 4], new[] { added.Revision, modified.Revision, deleted.Revision });
        Assert.Equal("""{"metadata":{"resourceVersion":"2"},"value":"1"}""", TestObjects.Json(added));
        Assert.Equal("""{"metadata":{"resourceVersion":"3"},"value":"2"}""", TestObjects.Json(modified));
        Assert.Equal("""{"metadata":{"resourceVersion":"4"},"value":"2"}""", TestObjects.Json(deleted));
        Assert.Null(await pods.Get(added.Key, Soon));
    }

    [Fact]
    public async Task Resources_count_for_themselves()
    {
        var store = Another();
        var pod = await Add(store.Resource("pods"), "a");
        var node = await Add(store.Resource("nodes"), "a");

        Assert.Equal(pod.Revision, node.Revision);
        Assert.Same(store.Resource("pods"), store.Resource("pods"));
    }

    [Fact]
    public async Task What_was_committed_is_there_for_the_next_process()
    {
        var pods = Pods();
        await Add(pods, "b");
        var a = await Add(pods, "a");
        a = await Modify(pods, a, "2");
        await Delete(pods, await Add(pods, "c"));

        var reopened = Pods();

        Assert.Equal("2", TestObjects.Value((await reopened.Get(a.Key, Soon))!));
        Assert.Equal(["default/a", "default/b"], Names(await Read(reopened)));
        Assert.Equal(6, reopened.Revision);
        Assert.Equal(7, (await Add(reopened, "d")).Revision);
    }

    [Fact]
    public async Task Adding_what_exists_answers_with_it()
    {
        var pods = Pods();
        var first = await Add(pods, "a", "1");

        var again = await pods.Commit(TestObjects.Add(first.Key, "2"), Soon);

        Assert.Equal("1", TestObjects.Value(Assert.IsType<CommitResult.AlreadyExists>(again).Existing));
    }

    [Fact]
    public async Task Changing_an_old_revision_answers_with_the_newest()
    {
        var pods = Pods();
        var first = await Add(pods, "a", "1");
        var second = await Modify(pods, first, "2");

        var modified = await pods.Commit(TestObjects.Modify(first, "3"), Soon);
        var deleted = await pods.Commit(TestObjects.Delete(first), Soon);

        Assert.Equal(second.Revision, Assert.IsType<CommitResult.Conflict>(modified).Newest.Revision);
        Assert.Equal(second.Revision, Assert.IsType<CommitResult.Conflict>(deleted).Newest.Revision);
    }

    [Fact]
    public async Task Changing_what_is_gone_is_not_found()
    {
        var pods = Pods();
        var first = await Add(pods, "a", "1");
        await Delete(pods, first);

        Assert.IsType<CommitResult.NotFound>(await pods.Commit(TestObjects.Modify(first, "3"), Soon));
        Assert.IsType<CommitResult.NotFound>(await pods.Commit(TestObjects.Delete(first), Soon));
    }

    [Fact]
    public async Task A_name_may_have_any_character()
    {
        string[] names = ["system:node:n1", "a/b", "a\\b", "a#b", "a?b", "a'b", "a%2Fb", "a+b", "~", "=", "\u0001", "ü", "😀", new(':', 253), new('#', 253)];
        var pods = Pods();
        foreach (var name in names)
        {
            await Commit(pods, TestObjects.Add(new ObjectKey("", name), name));
            await Commit(pods, TestObjects.Add(new ObjectKey("n:s", name), name));
        }

        var snapshot = await Read(Pods());

        Assert.Equal(2 * names.Length, snapshot.Count);
        Assert.All(names, name => Assert.Equal(name, TestObjects.Value(snapshot.Find(new ObjectKey("n:s", name))!)));
        Assert.Equal(names.Order(StringComparer.Ordinal), snapshot.Objects("").Select(stored => stored.Key.Name));
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_and_the_others_are_committed()
    {
        var pods = Pods();
        var noise = new byte[3 * 1024 * 1024];
        new Random(1).NextBytes(noise);
        var large = Convert.ToHexString(noise);

        var commits = Enumerable.Range(0, 20).Select(i => pods.Commit(TestObjects.Add(Key($"p{i:00}"), i == 7 ? large : ""), Soon).AsTask());
        var results = await Task.WhenAll(commits.ToList());

        Assert.IsType<CommitResult.TooLarge>(results[7]);
        Assert.Equal(19, results.Count(result => result is CommitResult.Committed));
        Assert.Equal(19, (await Read(pods)).Count);
    }

    [Fact]
    public async Task Writes_to_one_object_that_wait_together_are_checked_against_each_other()
    {
        var pods = Pods();
        var first = await Add(pods, "a");

        var results = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(i => pods.Commit(TestObjects.Modify(first, $"{i}"), Soon).AsTask()).ToList());

        var winner = Assert.Single(results.OfType<CommitResult.Committed>()).Object;
        Assert.Equal(49, results.OfType<CommitResult.Conflict>().Count());
        Assert.All(results.OfType<CommitResult.Conflict>(), conflict => Assert.Equal(winner.Revision, conflict.Newest.Revision));
        Assert.Equal(TestObjects.Value(winner), TestObjects.Value((await pods.Get(first.Key, Soon))!));
    }

    [Fact]
    public async Task Sixty_four_writers_have_a_revision_each_without_gaps()
    {
        const int writers = 64, writes = 20;
        var pods = Pods();

        var revisions = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var committed = new List<long>();
            var pod = await Add(pods, $"w{writer:00}", "0");
            committed.Add(pod.Revision);
            for (var write = 1; write < writes; write++)
            {
                pod = await Modify(pods, pod, $"{write}");
                committed.Add(pod.Revision);
            }

            return committed;
        })).ToList());

        Assert.Equal(Enumerable.Range(2, writers * writes).Select(revision => (long)revision), revisions.SelectMany(r => r).Order());
        Assert.All((await Read(Pods())).Objects(), pod => Assert.Equal($"{writes - 1}", TestObjects.Value(pod)));
    }

    [Fact]
    public async Task A_cancelled_write_that_still_waits_is_not_committed()
    {
        var pods = Pods();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await pods.Commit(TestObjects.Add(Key("a"), ""), cancelled.Token));

        Assert.Null(await pods.Get(Key("a"), Soon));
    }
}
