using CloudletK8s.Store;
using CloudletK8s.Store.Snapshots;
using CloudletK8s.TestKit.Faults;

namespace CloudletK8s.TestKit.Stores;

public abstract partial class ResourceStoreSuite
{
    private string Copy => Cluster + "-copy";

    [Fact]
    public async Task A_restored_cluster_has_the_objects_and_the_history()
    {
        Options = NoTimer with { HistoryChanges = 60 };
        var store = Another();
        var states = await Churn(store.Resource("pods"), 200, seed: 1);
        await Add(store.Resource("nodes"), "n");
        await store.Compact(Soon);
        using var file = await Saved();

        var restored = Assert.IsType<RestoreResult.Restored>(await ClusterSnapshot.Restore(Tables, Copy, file, Soon));

        var newest = states.Keys.Max();
        await using var copy = ClusterStore.Open(Tables, Options with { Cluster = Copy }, TimeProvider.System);
        Assert.Equal(2, restored.Resources);
        Assert.Equal(states[newest].Length + 1, restored.Objects);
        for (var revision = newest - 60; revision <= newest; revision++)
            Assert.Equal(states[revision], (await Read(copy.Resource("pods"), new ReadAt.Exactly(revision))).Objects().Select(TestObjects.Json));

        Assert.IsType<ReadResult.Gone>(await copy.Resource("pods").Read(new ReadAt.Exactly(newest - 61), Soon));
        Assert.Equal(newest + 1, (await Add(copy.Resource("pods"), "new")).Revision);
    }

    [Fact]
    public async Task A_save_while_others_write_is_one_revision_of_each_resource()
    {
        Options = NoTimer with { PageRows = 10 };
        var store = Another();
        var ended = false;
        var states = await Churn(store.Resource("pods"), 50, seed: 1);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !Volatile.Read(ref ended); i++)
                await Add(store.Resource("pods"), $"q{i:000000}");
        });

        using var file = await Saved();
        ended = true;
        await writing;
        Assert.IsType<RestoreResult.Restored>(await ClusterSnapshot.Restore(Tables, Copy, file, Soon));

        await using var copy = ClusterStore.Open(Tables, Options with { Cluster = Copy }, TimeProvider.System);
        var snapshot = await Read(copy.Resource("pods"));
        var original = await Read(store.Resource("pods"), new ReadAt.Exactly(snapshot.Revision));
        Assert.Equal(original.Objects().Select(TestObjects.Json), snapshot.Objects().Select(TestObjects.Json));
        Assert.True(snapshot.Revision >= states.Keys.Max());
    }

    [Fact]
    public async Task A_damaged_or_cut_off_file_is_refused_and_nothing_is_written()
    {
        await Churn(Pods(), 50, seed: 1);
        using var file = await Saved();
        var whole = file.ToArray();
        var random = new Random(1);
        for (var i = 0; i < 60; i++)
        {
            var damaged = whole.ToArray();
            if (i % 2 == 0)
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            else
                damaged = damaged[..random.Next(damaged.Length)];

            using var source = new MemoryStream(damaged);
            Assert.IsType<RestoreResult.Damaged>(await ClusterSnapshot.Restore(Tables, Copy, source, Soon));
        }

        await using var copy = ClusterStore.Open(Tables, Options with { Cluster = Copy }, TimeProvider.System);
        Assert.Equal(1, (await Read(copy.Resource("pods"))).Revision);
    }

    [Fact]
    public async Task A_store_that_holds_a_cluster_is_not_restored_into()
    {
        var pods = Pods();
        await Add(pods, "a");
        using var file = await Saved();
        await Add(pods, "b");

        Assert.Equal("pods", Assert.IsType<RestoreResult.NotEmpty>(await ClusterSnapshot.Restore(Tables, Cluster, file, Soon)).Resource);

        Assert.Equal(["default/a", "default/b"], Names(await Read(Pods())));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_restore_that_was_killed_opens_no_store_and_can_be_run_again(bool appliesLast)
    {
        Options = NoTimer;
        var states = await Churn(Pods(), 300, seed: 1);
        using var file = await Saved();
        var refused = 0;
        for (var submits = 1; !await RestoreKilledAt(submits, appliesLast, file); submits++)
        {
            await using var early = ClusterStore.Open(Tables, Options with { Cluster = Copy }, TimeProvider.System);
            try
            {
                // Killed before the marker stood, or after it went: nothing is there, or all of it.
                var count = (await Read(early.Resource("pods"))).Count;
                Assert.Contains(count, new[] { 0, states[states.Keys.Max()].Length });
                if (count > 0)
                    break;
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        await using var copy = ClusterStore.Open(Tables, Options with { Cluster = Copy }, TimeProvider.System);
        Assert.Equal(states[states.Keys.Max()], (await Read(copy.Resource("pods"))).Objects().Select(TestObjects.Json));
        Assert.True(refused > 5, "The restore was killed at every step.");
    }

    private async Task<bool> RestoreKilledAt(int submits, bool appliesLast, Stream file)
    {
        try
        {
            return await ClusterSnapshot.Restore(new KilledTables(Tables, submits, appliesLast), Copy, file, Soon) is RestoreResult.Restored;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<MemoryStream> Saved()
    {
        var file = new MemoryStream();
        await ClusterSnapshot.Save(Tables, Cluster, file, Soon);
        return file;
    }
}
