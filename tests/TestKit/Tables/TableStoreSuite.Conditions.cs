using CloudletK8s.Store.Tables;

namespace CloudletK8s.TestKit.Tables;

public abstract partial class TableStoreSuite
{
    [Fact]
    public async Task A_row_that_was_never_written_is_not_found() => Assert.Null(await Get("nothing"));

    [Fact]
    public async Task A_committed_row_is_read_back_with_the_etag_that_the_commit_named()
    {
        var etag = await Insert("row", "value");

        var row = await Get("row");

        Assert.Equal(("row", etag, "value"), (row?.Row, row?.ETag, Text(row)));
    }

    [Fact]
    public async Task Partitions_do_not_see_each_other()
    {
        await Insert("row", "value");

        Assert.Null(await Store.Get(Partition + "x", "row", Never));
        Assert.Empty((await Store.Query(Partition + "x", new RowRange("", null), 10, Never)).Rows);
    }

    [Fact]
    public async Task An_insert_of_a_row_that_exists_is_refused()
    {
        await Insert("row", "first");

        Assert.Equal(
            new SubmitResult.Refused(0, RefusalReason.AlreadyExists),
            await Submit(new TableOperation.Insert("row", Bytes("second"))));
        Assert.Equal("first", Text(await Get("row")));
    }

    [Fact]
    public async Task A_replace_with_the_newest_etag_is_committed_under_another_one()
    {
        var first = await Insert("row", "same");

        var second = (await Commit(new TableOperation.Replace("row", Bytes("same"), first)))[0];

        Assert.NotEqual(first, second);
        Assert.Equal(second, (await Get("row"))?.ETag);
    }

    [Fact]
    public async Task A_replace_with_an_older_etag_is_stale()
    {
        var first = await Insert("row", "first");
        await Commit(new TableOperation.Replace("row", Bytes("second"), first));

        Assert.Equal(
            new SubmitResult.Refused(0, RefusalReason.Stale),
            await Submit(new TableOperation.Replace("row", Bytes("third"), first)));
        Assert.Equal("second", Text(await Get("row")));
    }

    [Fact]
    public async Task A_replace_of_no_row_is_refused()
    {
        var etag = await Insert("other", "value");

        Assert.Equal(
            new SubmitResult.Refused(0, RefusalReason.NotFound),
            await Submit(new TableOperation.Replace("row", Bytes("value"), etag)));
    }

    [Fact]
    public async Task An_upsert_writes_whatever_was_there()
    {
        var first = (await Commit(new TableOperation.Upsert("row", Bytes("first"))))[0];
        var second = (await Commit(new TableOperation.Upsert("row", Bytes("second"))))[0];

        Assert.NotEqual(first, second);
        Assert.Equal("second", Text(await Get("row")));
    }

    [Fact]
    public async Task A_deleted_row_is_gone()
    {
        var etag = await Insert("conditional", "value");
        await Insert("unconditional", "value");

        Assert.Equal(
            ["", ""],
            await Commit(new TableOperation.Delete("conditional", etag), new TableOperation.Delete("unconditional", null)));
        Assert.Null(await Get("conditional"));
        Assert.Empty(await ReadAll(new RowRange("", null)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_delete_of_no_row_is_refused(bool conditional)
    {
        var etag = await Insert("other", "value");

        Assert.Equal(
            new SubmitResult.Refused(0, RefusalReason.NotFound),
            await Submit(new TableOperation.Delete("row", conditional ? etag : null)));
    }

    [Fact]
    public async Task A_delete_with_an_older_etag_is_stale()
    {
        var first = await Insert("row", "first");
        await Commit(new TableOperation.Replace("row", Bytes("second"), first));

        Assert.Equal(new SubmitResult.Refused(0, RefusalReason.Stale), await Submit(new TableOperation.Delete("row", first)));
        Assert.Equal("second", Text(await Get("row")));
    }

    [Fact]
    public async Task A_row_made_anew_never_has_the_etag_of_the_one_before()
    {
        var first = await Insert("row", "same");
        await Commit(new TableOperation.Delete("row", first));
        var second = await Insert("row", "same");

        Assert.NotEqual(first, second);
        Assert.Equal(
            new SubmitResult.Refused(0, RefusalReason.Stale),
            await Submit(new TableOperation.Replace("row", Bytes("other"), first)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task A_refused_operation_is_named_and_nothing_of_its_batch_is_written(int refused)
    {
        var kept = await Insert("kept", "before");
        TableOperation[] sound =
        [
            new TableOperation.Replace("kept", Bytes("after"), kept),
            new TableOperation.Insert("new", Bytes("after")),
            new TableOperation.Upsert("upserted", Bytes("after")),
            new TableOperation.Insert("another", Bytes("after")),
        ];
        List<TableOperation> operations = [.. sound];
        operations.Insert(refused, new TableOperation.Replace("missing", Bytes("after"), kept));

        Assert.Equal(new SubmitResult.Refused(refused, RefusalReason.NotFound), await Submit([.. operations]));

        var row = Assert.Single(await ReadAll(new RowRange("", null)));
        Assert.Equal(("kept", kept, "before"), (row.Row, row.ETag, Text(row)));
    }

    [Fact]
    public async Task One_batch_may_insert_replace_upsert_and_delete()
    {
        var etags = await Commit(
            new TableOperation.Insert("replaced", Bytes("before")), new TableOperation.Insert("deleted", Bytes("before")));

        var after = await Commit(
            new TableOperation.Replace("replaced", Bytes("after"), etags[0]),
            new TableOperation.Delete("deleted", etags[1]),
            new TableOperation.Insert("inserted", Bytes("after")),
            new TableOperation.Upsert("upserted", Bytes("after")));

        var rows = await ReadAll(new RowRange("", null));
        Assert.Equal(["inserted", "replaced", "upserted"], rows.Select(static row => row.Row));
        Assert.Equal([after[2], after[0], after[3]], rows.Select(static row => row.ETag));
        Assert.All(rows, static row => Assert.Equal("after", Text(row)));
    }

    [Fact]
    public async Task The_callers_buffer_is_its_own_again_after_the_answer()
    {
        var buffer = "value"u8.ToArray();
        await Commit(new TableOperation.Insert("row", buffer));
        buffer.AsSpan().Clear();

        Assert.Equal("value", Text(await Get("row")));
    }

    [Fact]
    public async Task A_cancelled_caller_is_told_so()
    {
        var cancelled = new CancellationToken(true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.Get(Partition, "row", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.Query(Partition, new RowRange("", null), 1, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.Submit(Partition, [new TableOperation.Insert("row", Bytes("value"))], cancelled));
        Assert.Null(await Get("row"));
    }
}
