using CloudletK8s.Store;
using CloudletK8s.TestKit.Faults;
using CloudletK8s.TestKit.Histories;

namespace CloudletK8s.TestKit.Stores;

public abstract partial class ResourceStoreSuite
{
    /// <summary>Several stores on a table that says it is theirs alone would be a mistake of the test.</summary>
    private bool IsShared => !Tables.IsExclusive;

    [Fact]
    public async Task Processes_see_each_others_commits_at_once()
    {
        if (!IsShared)
            return;

        var (one, two) = (Pods(), Pods());
        var pod = await Add(one, "a", "0");
        for (var i = 1; i < 20; i++)
        {
            var seen = await two.Get(pod.Key, Soon);
            Assert.Equal(pod.Revision, seen!.Revision);
            pod = await Modify(two, seen, $"{i}");
            (one, two) = (two, one);
        }

        Assert.IsType<CommitResult.AlreadyExists>(await one.Commit(TestObjects.Add(pod.Key, ""), Soon));
        await Delete(two, pod);
        Assert.IsType<CommitResult.NotFound>(await one.Commit(TestObjects.Modify(pod, ""), Soon));
        await Add(one, "a");
    }

    [Fact]
    public async Task A_watch_in_one_process_hears_of_the_others_commits()
    {
        if (!IsShared)
            return;

        var (one, two) = (Pods(), Pods());
        await Add(one, "a");
        using var cursor = await Watch(two, 1);
        Assert.Equal("a", (await Next(cursor)).Object.Key.Name);

        await Add(one, "b");

        Assert.Equal("b", (await Next(cursor)).Object.Key.Name);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Concurrent_clients_of_several_processes_see_one_linearizable_history(int seed)
    {
        var stores = Enumerable.Range(0, IsShared ? 3 : 1).Select(_ => Pods()).ToList();

        var history = await new HistoryWorkload(stores, seed) { ClientsPerStore = IsShared ? 4 : 12 }.Run(Soon);

        Assert.Empty(HistoryChecker.Check(history));
        Assert.True(history.Events.OfType<HistoryEvent.Written>().Count() > 200, "The workload writes.");
        Assert.True(history.Events.OfType<HistoryEvent.Seen>().Count() > 100, "The workload reads and conflicts.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_bad_line_to_the_table_harms_no_history(int seed)
    {
        Options = Options with { OutcomeLookupPause = TimeSpan.FromMilliseconds(1) };
        var lines = Enumerable.Range(0, IsShared ? 3 : 1).Select(i => new UncertainTables(Tables, (seed * 10) + i, 0.3)).ToList();
        var stores = lines.Select(line => Another(line).Resource("pods")).ToList();

        var history = await new HistoryWorkload(stores, seed) { ClientsPerStore = IsShared ? 4 : 12 }.Run(Soon);
        await Task.WhenAll(lines.Select(line => line.Late));

        Assert.Empty(HistoryChecker.Check(history));
        Assert.True(lines.Sum(line => line.Failed) > 5, "The line was bad.");
    }
}
