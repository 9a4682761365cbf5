using CloudletK8s.Store;
using CloudletK8s.Store.Log;
using CloudletK8s.Store.Tables;
using CloudletK8s.TestKit.Faults;

namespace CloudletK8s.TestKit.Stores;

public abstract partial class ResourceStoreSuite
{
    private static readonly ClusterStoreOptions NoTimer = new() { CompactionInterval = Timeout.InfiniteTimeSpan, PageRows = 50 };

    [Fact]
    public async Task Compaction_by_count_keeps_every_readable_revision_right()
    {
        Options = NoTimer with { HistoryChanges = 60 };
        var store = Another();
        var states = await Churn(store.Resource("pods"), 400, seed: 1);

        await store.Compact(Soon);

        await AssertCompacted(states, oldest: states.Keys.Max() - 60);
    }

    [Fact]
    public async Task Compaction_by_age_keeps_what_is_young()
    {
        Options = NoTimer with { HistoryAge = TimeSpan.FromHours(1) };
        var time = new ShiftedTime();
        var store = Another(time: time);
        var pods = store.Resource("pods");
        var states = await Churn(pods, 100, seed: 2);
        time.Shift = TimeSpan.FromMinutes(50);
        var horizon = pods.Revision;
        foreach (var (revision, state) in await Churn(pods, 100, seed: 3, names: "q"))
            states[revision] = [.. states[horizon], .. state];

        await store.Compact(Soon);
        Assert.Equal(1, await Oldest());
        time.Shift = TimeSpan.FromMinutes(100);
        await store.Compact(Soon);

        await AssertCompacted(states, horizon);
    }

    [Fact]
    public async Task Compaction_that_is_killed_at_any_step_leaves_nothing_behind()
    {
        Options = NoTimer with { HistoryChanges = 60 };
        var states = await Churn(Pods(), 400, seed: 4);

        for (var attempt = 0; await Oldest() < states.Keys.Max() - 60; attempt++)
        {
            var line = new UncertainTables(Tables, attempt, 0.5);
            var store = Another(line);
            await Read(store.Resource("pods"));
            try
            {
                await store.Compact(Soon);
            }
            catch (IOException)
            {
                // Killed: the next process goes on.
            }

            await line.Late;
        }

        await AssertCompacted(states, oldest: states.Keys.Max() - 60);
    }

    [Fact]
    public async Task Processes_may_compact_and_write_at_once()
    {
        Options = NoTimer with { HistoryChanges = 30 };
        var stores = Enumerable.Range(0, IsShared ? 3 : 1).Select(_ => Another()).ToList();
        var ended = false;
        var compacting = stores.Select(store => Task.Run(async () =>
        {
            await Read(store.Resource("pods"));
            while (!Volatile.Read(ref ended))
                await store.Compact(Soon);
        })).ToList();

        var states = await Churn(stores[0].Resource("pods"), 300, seed: 5);
        ended = true;
        await Task.WhenAll(compacting);
        await stores[^1].Compact(Soon);

        await AssertCompacted(states, oldest: states.Keys.Max() - 30);
    }

    [Fact]
    public async Task A_process_that_compaction_has_overtaken_starts_again()
    {
        if (!IsShared)
            return;

        Options = NoTimer with { HistoryChanges = 10 };
        var (sleeper, writer) = (Pods(), Another());
        await Read(sleeper);
        var states = await Churn(writer.Resource("pods"), 300, seed: 6);
        await writer.Compact(Soon);

        Assert.Equal(states[states.Keys.Max()], (await Read(sleeper)).Objects().Select(TestObjects.Json));
        Assert.Null(await Pods().Watch(states.Keys.Max() - 11, Soon));
    }

    [Fact]
    public async Task A_cursor_that_compaction_has_overtaken_is_told()
    {
        if (!IsShared)
            return;

        Options = NoTimer with { HistoryChanges = 10 };
        var (sleeper, writer) = (Pods(), Another());
        await Churn(writer.Resource("pods"), 50, seed: 7);
        using var cursor = await Watch(sleeper, 1);
        await Churn(writer.Resource("pods"), 150, seed: 8, names: "q");
        await writer.Compact(Soon);

        // It may be told at once or after some changes, but it never skips one.
        var last = 1L;
        while (true)
        {
            while (cursor.TryRead(out var change))
                Assert.Equal(++last, change.Revision);

            if (last == 201 || !await cursor.WaitToRead(Soon))
                break;
        }
    }

    /// <summary>Random changes; answers what the resource held at each revision.</summary>
    private async Task<SortedDictionary<long, string[]>> Churn(IResourceStore pods, int changes, int seed, string names = "p")
    {
        var random = new Random(seed);
        var model = new SortedDictionary<string, StoredObject>(StringComparer.Ordinal);
        var states = new SortedDictionary<long, string[]>();
        for (var i = 0; i < changes; i++)
        {
            var name = $"{names}{random.Next(20):00}";
            var exists = model.TryGetValue(name, out var pod);
            var write = !exists ? TestObjects.Add(Key(name), $"{i}")
                : random.Next(3) > 0 ? TestObjects.Modify(pod!, $"{i}")
                : TestObjects.Delete(pod!);
            var stored = await Commit(pods, write);
            if (write.Type == ChangeType.Deleted)
                model.Remove(name);
            else
                model[name] = stored;

            states[stored.Revision] = [.. model.Values.Select(TestObjects.Json)];
        }

        return states;
    }

    private async Task<long> Oldest() =>
        (await new LogReader(Tables, LogRows.Partition(Cluster, "pods"), 1000).Head(Soon)).Oldest;

    private async Task AssertCompacted(SortedDictionary<long, string[]> states, long oldest)
    {
        Assert.Equal(oldest, await Oldest());
        var reader = Pods();
        foreach (var (revision, objects) in states)
        {
            var read = await reader.Read(new ReadAt.Exactly(revision), Soon);
            if (revision < oldest)
                Assert.Equal(oldest, Assert.IsType<ReadResult.Gone>(read).Oldest);
            else
                Assert.Equal(objects, Assert.IsType<ReadResult.Found>(read).Snapshot.Objects().Select(TestObjects.Json));
        }

        Assert.Null(await reader.Watch(oldest - 1, Soon));
        using var cursor = await Watch(reader, oldest);
        Assert.Equal(states.Keys.Where(revision => revision > oldest), (await ReadUpTo(cursor, states.Keys.Max())).Select(change => change.Revision));

        // What is left is what some readable revision shows, and the changes themselves.
        var needed = states.Keys.Where(revision => revision > oldest)
            .Concat(states[oldest].Select(json => long.Parse(json.Split('"')[5]))).Distinct().Count();
        var rows = new List<TableRow>();
        for (string? from = LogRows.Change(0); from is not null;)
        {
            var page = await Tables.Query(LogRows.Partition(Cluster, "pods"), new RowRange(from, "m"), 1000, Soon);
            rows.AddRange(page.Rows);
            from = page.NextRow;
        }

        Assert.Equal(needed, rows.Count);
    }
}
