using CloudletK8s.Store;

namespace CloudletK8s.TestKit.Stores;

public abstract partial class ResourceStoreSuite
{
    [Fact]
    public async Task A_snapshot_does_not_change()
    {
        var pods = Pods();
        var a = await Add(pods, "a", "1");
        var snapshot = await Read(pods);

        await Modify(pods, a, "2");
        await Add(pods, "b");

        Assert.Equal(["default/a"], Names(snapshot));
        Assert.Equal("1", TestObjects.Value(snapshot.Find(a.Key)!));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Any_revision_of_the_past_can_be_read_exactly(bool fromMemory)
    {
        Options = Options with { KeptSnapshots = 0 };
        var pods = Pods();
        var random = new Random(7);
        var model = new SortedDictionary<string, StoredObject>(StringComparer.Ordinal);
        var expected = new Dictionary<long, string[]>();
        for (var i = 0; i < 150; i++)
        {
            var name = $"p{random.Next(20):00}";
            if (!model.TryGetValue(name, out var pod))
                model[name] = await Add(pods, name, $"{i}");
            else if (random.Next(3) > 0)
                model[name] = await Modify(pods, pod, $"{i}");
            else
            {
                await Delete(pods, pod);
                model.Remove(name);
            }

            expected[pods.Revision] = [.. model.Values.Select(TestObjects.Json)];
        }

        var reader = fromMemory ? pods : Pods();
        foreach (var (revision, objects) in expected.OrderBy(_ => random.Next()).Take(40))
        {
            var snapshot = await Read(reader, new ReadAt.Exactly(revision));
            Assert.Equal(revision, snapshot.Revision);
            Assert.Equal(objects, snapshot.Objects().Select(TestObjects.Json));
            Assert.Equal(objects.Length, snapshot.Count);
        }

        Assert.Equal(0, (await Read(reader, new ReadAt.Exactly(1))).Count);
    }

    [Fact]
    public async Task A_revision_from_the_future_is_too_large_after_a_bounded_wait()
    {
        Options = Options with { FutureRevisionWait = TimeSpan.FromMilliseconds(50) };
        var pods = Pods();
        await Add(pods, "a");

        Assert.Equal(2, Assert.IsType<ReadResult.TooLarge>(await pods.Read(new ReadAt.NotOlderThan(99), Soon)).Newest);
        Assert.Equal(2, Assert.IsType<ReadResult.TooLarge>(await pods.Read(new ReadAt.Exactly(99), Soon)).Newest);
    }

    [Fact]
    public async Task A_read_waits_for_a_revision_that_comes()
    {
        Options = Options with { FutureRevisionWait = TimeSpan.FromSeconds(20) };
        var pods = Pods();
        await Add(pods, "a");
        var read = pods.Read(new ReadAt.NotOlderThan(4), Soon).AsTask();

        await Add(pods, "b");
        Assert.False(read.IsCompleted);
        await Add(pods, "c");

        Assert.Equal(4, Assert.IsType<ReadResult.Found>(await read).Snapshot.Revision);
    }

    [Fact]
    public async Task A_fill_of_many_pages_finds_everything_in_order()
    {
        Options = Options with { PageRows = 7 };
        var pods = Pods();
        var keys = Enumerable.Range(0, 500).Select(i => new ObjectKey($"ns{i % 3}", $"p{i * 7919 % 500:000}")).ToList();
        await Task.WhenAll(keys.Select(key => pods.Commit(TestObjects.Add(key, key.Name), Soon).AsTask()).ToList());

        var another = Pods();
        var snapshot = await Read(another);

        Assert.Equal(keys.Order(), snapshot.Objects().Select(stored => stored.Key));
        Assert.Equal(keys.Order(), (await Read(pods)).Objects().Select(stored => stored.Key));
    }
}
