using System.Globalization;
using CloudletK8s.Store.Sqlite;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Tests.Tables;

public sealed class SqliteStoreAfterKill : IDisposable
{
    private const int Rounds = 3;
    private const int Acknowledgements = 1_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("cloudlet-kill-");

    [Fact]
    public async Task Has_all_that_was_acknowledged_and_no_half_batch()
    {
        for (var round = 0; round < Rounds; round++)
        {
            using var process = WriterProcess.Start(_directory.FullName);
            var acknowledged = await process.KillAfter(Acknowledgements).WaitAsync(Patience);

            Assert.All(acknowledged, static number => Assert.True(number > 0, "Every writer was at work."));
            await using var store = SqliteTableStore.Open(_directory.FullName);
            for (var writer = 0; writer < WriterProcess.Writers; writer++)
                await Check(store, WriterProcess.Partition(writer), acknowledged[writer]);
        }
    }

    [Fact]
    public async Task Is_locked_while_the_process_lives_and_free_when_it_is_dead()
    {
        using var process = WriterProcess.Start(_directory.FullName);
        await process.WaitUntilWriting().WaitAsync(Patience);

        var refusal = Assert.Throws<StoreInUseException>(() => SqliteTableStore.Open(_directory.FullName));
        Assert.Contains($"process {process.Id}", refusal.Message);

        await process.KillAfter(0).WaitAsync(Patience);
        await using var store = SqliteTableStore.Open(_directory.FullName);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private static async Task Check(SqliteTableStore store, string partition, int acknowledged)
    {
        var stored = await store.Get(partition, WriterProcess.Head, default);
        Assert.NotNull(stored);
        var head = int.Parse(stored.Value.Span, CultureInfo.InvariantCulture);

        Assert.True(head >= acknowledged, $"{partition} is at {head}, but {acknowledged} was acknowledged.");
        var logged = 0;
        for (string? from = "l:"; from is not null;)
        {
            var page = await store.Query(partition, RowRange.Prefix("l:") with { From = from }, int.MaxValue, default);
            foreach (var row in page.Rows)
                Assert.Equal($"l:{++logged:D8}", row.Row);

            from = page.NextRow;
        }

        Assert.Equal(head, logged);
    }
}
