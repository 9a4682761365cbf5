using CloudletK8s.Store.Tables;

namespace CloudletK8s.TestKit.Tables;

public abstract partial class TableStoreSuite
{
    private static readonly string[] OddKeys =
    [
        "!head", "o:default:web", "o:default:web-1", "o:default:web.a", "o:a/b", "o:a.b", "o:a0b", "back\\slash", "hash#tag", "what?",
        "100%", "%2F", "a+b", "a b", " leading", "trailing ", "it's", "''", "\"quoted\"", "tab\tnew\nline\r", "\u0001", "\u007f\u0085",
        "~", "~~", "a~b", "a~002F", "a}b", "}", "é", "日本語", "\uffee", "😀", "\ud800", "a&b=c;d,e", "<x>", "$filter", "(p='q')",
        "system:controller:x", "UPPER", "under_score", "[x]", "^", "`", "{x}", "|", "@", "*",
    ];

    [Fact]
    public async Task Rows_come_in_ordinal_order_however_odd_their_keys_are()
    {
        await Commit([.. OddKeys.Select(static key => new TableOperation.Insert(key, Bytes(key.Length.ToString())))]);

        Assert.Equal(OddKeys.Order(StringComparer.Ordinal), await ReadKeys(new RowRange("", null)));
        Assert.Equal(OddKeys.Order(StringComparer.Ordinal), await ReadKeys(new RowRange("", null), 7));
    }

    [Fact]
    public async Task An_odd_key_names_one_row_and_no_other()
    {
        var etags = await Commit([.. OddKeys.Select(static key => new TableOperation.Insert(key, Bytes("before")))]);
        for (var i = 0; i < OddKeys.Length; i += 2)
            await Commit(new TableOperation.Replace(OddKeys[i], Bytes($"after {i}"), etags[i]));

        for (var i = 0; i < OddKeys.Length; i++)
            Assert.Equal(i % 2 == 0 ? $"after {i}" : "before", Text(await Get(OddKeys[i])));

        await Commit([.. OddKeys.Select(static key => new TableOperation.Delete(key, null))]);
        Assert.Empty(await ReadAll(new RowRange("", null)));
    }

    [Fact]
    public async Task An_odd_key_may_bound_a_range()
    {
        await Commit([.. OddKeys.Select(static key => new TableOperation.Insert(key, Bytes("value")))]);
        var ordered = OddKeys.Order(StringComparer.Ordinal).ToList();

        for (var i = 0; i < ordered.Count; i += 5)
        {
            Assert.Equal(ordered[i..], await ReadKeys(new RowRange(ordered[i], null)));
            Assert.Equal(ordered[..i], await ReadKeys(new RowRange("", ordered[i])));
        }
    }

    [Fact]
    public async Task A_partition_may_have_an_odd_name()
    {
        const string odd = "a/b\\c#d?e%f+g'h i é";
        await Store.Submit(odd, [new TableOperation.Upsert("row", Bytes(Partition))], Never);

        Assert.Equal(Partition, Text(await Store.Get(odd, "row", Never)));
        Assert.Equal(Partition, Text(Assert.Single((await Store.Query(odd, new RowRange("row", null), 5, Never)).Rows)));
    }

    [Fact]
    public async Task A_range_has_its_start_and_not_its_end()
    {
        await Commit([.. "abcde".Select(static key => new TableOperation.Insert($"{key}", Bytes("value")))]);

        Assert.Equal(["b", "c"], await ReadKeys(new RowRange("b", "d")));
        Assert.Equal(["d", "e"], await ReadKeys(new RowRange("d", null)));
        Assert.Equal(["c"], await ReadKeys(new RowRange("bb", "cc")));
        Assert.Empty(await ReadKeys(new RowRange("f", null)));
        Assert.Empty(await ReadKeys(new RowRange("d", "b")));
        Assert.Empty(await ReadKeys(new RowRange("b", "b")));
    }

    [Fact]
    public async Task A_prefix_has_all_rows_that_start_with_it()
    {
        await Commit([.. new[] { "o:", "o:a", "o:b:c", "o;", "o", "n:", "p" }.Select(
            static key => new TableOperation.Insert(key, Bytes("value")))]);

        Assert.Equal(["o:", "o:a", "o:b:c"], await ReadKeys(RowRange.Prefix("o:")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(11)]
    public async Task Pages_cover_a_range_once(int limit)
    {
        var keys = Enumerable.Range(0, 10).Select(static i => $"row-{i:D2}").ToList();
        await Commit([.. keys.Select(static key => new TableOperation.Insert(key, Bytes("value")))]);

        Assert.Equal(keys, await ReadKeys(new RowRange("", null), limit));
        Assert.Equal(keys[..^1], await ReadKeys(new RowRange("", "row-09"), limit));
    }

    [Fact]
    public async Task A_page_starts_where_the_last_one_named_even_if_that_row_is_gone()
    {
        await Commit([.. "abcd".Select(static key => new TableOperation.Insert($"{key}", Bytes("value")))]);
        var first = await Store.Query(Partition, new RowRange("a", null), 2, Never);
        Assert.NotNull(first.NextRow);

        await Commit(new TableOperation.Delete("b", null), new TableOperation.Delete("c", null));

        Assert.Equal(["a", "b"], first.Rows.Select(static row => row.Row));
        Assert.Equal(["d"], await ReadKeys(new RowRange(first.NextRow, null)));
    }

    [Fact]
    public async Task Many_rows_are_read_completely()
    {
        var keys = Enumerable.Range(0, 2_300).Select(static i => $"l:{i:D20}").ToList();
        foreach (var chunk in keys.Chunk(TableLimits.BatchRows))
            await Commit([.. chunk.Select(static key => new TableOperation.Insert(key, Bytes(key)))]);

        var rows = await ReadAll(RowRange.Prefix("l:"), int.MaxValue);

        Assert.Equal(keys, rows.Select(static row => row.Row));
        Assert.All(rows, static row => Assert.Equal(row.Row, Text(row)));
    }
}
