using CloudletK8s.Store.Tables;

namespace CloudletK8s.TestKit.Tables;

public abstract partial class TableStoreSuite
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3_000)]
    [InlineData(TableLimits.PropertyBytes - 1)]
    [InlineData(TableLimits.PropertyBytes)]
    [InlineData(TableLimits.PropertyBytes + 1)]
    [InlineData(2 * TableLimits.PropertyBytes)]
    [InlineData(TableLimits.ValueBytes)]
    public async Task A_value_of_any_size_comes_back_as_it_was(int length)
    {
        var noise = Noise(length);
        var etag = (await Commit(new TableOperation.Insert("noise", noise)))[0];
        await Commit(new TableOperation.Insert("zeros", new byte[length]));

        var rows = await ReadAll(new RowRange("", null));
        Assert.Equal(["noise", "zeros"], rows.Select(static row => row.Row));
        Assert.True(rows[0].Value.Span.SequenceEqual(noise));
        Assert.True((await Get("noise"))!.Value.Span.SequenceEqual(noise));
        Assert.True(rows[1].Value.Span.SequenceEqual(new byte[length]));

        await Commit(new TableOperation.Replace("noise", Bytes("small"), etag));
        Assert.Equal("small", Text(await Get("noise")));
    }

    [Fact]
    public async Task A_value_above_the_limit_fits_when_it_compresses_to_it()
    {
        var value = new byte[3 * 1024 * 1024];
        Noise(100_000).CopyTo(value, 0);
        await Commit(new TableOperation.Insert("row", value));

        Assert.True((await Get("row"))!.Value.Span.SequenceEqual(value));
    }

    [Fact]
    public async Task A_row_too_large_is_named_and_nothing_of_its_batch_is_written()
    {
        var result = Assert.IsType<SubmitResult.TooLarge>(await Submit(
            new TableOperation.Insert("small", Bytes("value")),
            new TableOperation.Insert("large", Noise(TableLimits.ValueBytes + 1))));

        Assert.Equal(1, result.Index);
        Assert.True(result.Bytes > result.Limit, $"{result.Bytes} is not more than {result.Limit}.");
        Assert.Empty(await ReadAll(new RowRange("", null)));
    }

    [Fact]
    public async Task A_batch_too_large_is_not_written()
    {
        var result = Assert.IsType<SubmitResult.TooLarge>(await Submit(
            [.. Enumerable.Range(0, 5).Select(static i => new TableOperation.Insert($"row-{i}", Noise(900_000 + i)))]));

        Assert.InRange(result.Index, 1, 4);
        Assert.True(result.Bytes > result.Limit, $"{result.Bytes} is not more than {result.Limit}.");
        Assert.Empty(await ReadAll(new RowRange("", null)));
    }

    [Fact]
    public async Task An_easy_batch_fits()
    {
        const int rows = TableLimits.BatchRows;

        await Commit([.. Enumerable.Range(0, rows).Select(
            static i => new TableOperation.Insert($"row-{i:D3}", Noise(TableLimits.EasyBatchBytes / rows)))]);

        Assert.Equal(rows, (await ReadAll(new RowRange("", null))).Count);
    }

    [Fact]
    public async Task The_longest_key_works()
    {
        var longest = new string('k', TableLimits.KeyCharacters);
        var quoted = new string('\'', 80);
        await Commit(new TableOperation.Insert(longest, Bytes("long")), new TableOperation.Insert(quoted, Bytes("quoted")));

        Assert.Equal("long", Text(await Get(longest)));
        Assert.Equal("quoted", Text(await Get(quoted)));
        Assert.Equal([quoted, longest], await ReadKeys(new RowRange("", null), 1));
    }

    [Theory]
    [InlineData('k', TableLimits.KeyCharacters + 1)]
    [InlineData('é', TableLimits.KeyCharacters)]
    public async Task A_key_too_long_is_never_there_and_cannot_be_written(char character, int length)
    {
        var key = new string(character, length);
        await Insert("a", "value");

        Assert.Equal(0, Assert.IsType<SubmitResult.TooLarge>(await Submit(new TableOperation.Upsert(key, Bytes("value")))).Index);
        Assert.Null(await Get(key));
        Assert.Equal(["a"], await ReadKeys(new RowRange("", key)));
        Assert.Empty(await ReadKeys(new RowRange(key, null)));
    }

    [Fact]
    public async Task A_full_batch_is_one_more_row_away_from_a_mistake()
    {
        TableOperation[] full = [.. Enumerable.Range(0, TableLimits.BatchRows).Select(
            static i => new TableOperation.Upsert($"row-{i}", Bytes("value")))];

        await Commit(full);

        await Assert.ThrowsAsync<ArgumentException>(async () => await Submit([.. full, new TableOperation.Upsert("x", Bytes("value"))]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Submit());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(50)]
    public async Task A_batch_that_names_a_row_twice_is_a_mistake(int rows)
    {
        var operations = Enumerable.Range(0, rows).Select(static i => new TableOperation.Upsert($"row-{i}", Bytes("value"))).ToArray();
        operations[^1] = new TableOperation.Upsert("row-0", Bytes("again"));

        await Assert.ThrowsAsync<ArgumentException>(async () => await Submit([.. operations]));
        Assert.Null(await Get("row-0"));
    }
}
