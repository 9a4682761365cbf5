using System.Globalization;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.TestKit.Tables;

public abstract partial class TableStoreSuite
{
    private const int Writers = 8;
    private const int IncrementsEach = 25;

    [Fact]
    public async Task Concurrent_increments_lose_none_and_log_each()
    {
        await Insert("counter", "0");

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(IncrementRepeatedly)));

        Assert.Equal(Writers * IncrementsEach, int.Parse(Text(await Get("counter"))));
        Assert.Equal(
            Enumerable.Range(1, Writers * IncrementsEach),
            (await ReadAll(RowRange.Prefix("l:"))).Select(static row => int.Parse(Text(row))));
    }

    [Fact]
    public async Task Concurrent_inserts_of_one_row_have_one_winner()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, Writers).Select(
            i => Task.Run(async () => await Submit(new TableOperation.Insert("row", Bytes($"{i}"))))));

        var winner = Assert.Single(results.Index(), static result => result.Item is SubmitResult.Committed).Index;
        Assert.Equal(
            Writers - 1, results.Count(static result => result is SubmitResult.Refused { Reason: RefusalReason.AlreadyExists }));
        Assert.Equal($"{winner}", Text(await Get("row")));
    }

    [Fact]
    public async Task A_refused_batch_leaves_its_neighbours_alone()
    {
        await Insert("taken", "value");

        var results = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(async () => await Submit(
            new TableOperation.Insert($"row-{i:D2}", Bytes("value")),
            new TableOperation.Insert(i % 3 == 0 ? "taken" : $"second-{i:D2}", Bytes("value"))))));

        for (var i = 0; i < results.Length; i++)
        {
            if (i % 3 == 0)
                Assert.Equal(new SubmitResult.Refused(1, RefusalReason.AlreadyExists), results[i]);
            else
                Assert.IsType<SubmitResult.Committed>(results[i]);
        }

        var expected = Enumerable.Range(0, 60).Where(static i => i % 3 != 0).ToList();
        Assert.Equal(expected.Select(static i => $"row-{i:D2}"), await ReadKeys(RowRange.Prefix("row-")));
        Assert.Equal(expected.Select(static i => $"second-{i:D2}"), await ReadKeys(RowRange.Prefix("second-")));
    }

    [Fact]
    public async Task A_read_sees_every_batch_acknowledged_before_it()
    {
        const int rounds = 100;
        var acknowledged = 0;
        var etag = await Insert("counter", "0");
        var writer = Task.Run(async () =>
        {
            for (var i = 1; i <= rounds; i++)
            {
                etag = (await Commit(new TableOperation.Replace("counter", Bytes($"{i}"), etag)))[0];
                Volatile.Write(ref acknowledged, i);
            }
        });
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            for (var last = 0; last < rounds;)
            {
                // A store that answers at once would otherwise keep the writer from the thread.
                await Task.Yield();
                var known = Math.Max(last, Volatile.Read(ref acknowledged));
                last = int.Parse(Text(await Get("counter")), CultureInfo.InvariantCulture);
                Assert.True(last >= known, $"Read {last} after {known} was acknowledged or read.");
                var page = await Store.Query(Partition, new RowRange("counter", null), 10, Never);
                var queried = int.Parse(Text(Assert.Single(page.Rows)), CultureInfo.InvariantCulture);
                Assert.True(queried >= last, $"Queried {queried} after {last} was read.");
            }
        }));

        await Task.WhenAll(readers.Append(writer)).WaitAsync(TimeSpan.FromSeconds(30));
    }

    private async Task IncrementRepeatedly()
    {
        for (var done = 0; done < IncrementsEach;)
        {
            var counter = await Get("counter");
            var next = int.Parse(Text(counter)) + 1;
            var result = await Submit(
                new TableOperation.Replace("counter", Bytes($"{next}"), counter!.ETag),
                new TableOperation.Insert($"l:{next:D20}", Bytes($"{next}")));
            if (result is SubmitResult.Committed)
                done++;
            else
                Assert.Equal(new SubmitResult.Refused(0, RefusalReason.Stale), result);
        }
    }
}
