using System.Text;
using CloudletK8s.Store.Sqlite;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.Store.Tests.Tables;

public sealed class SqliteStoreReopened : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("cloudlet-reopen-");

    [Fact]
    public async Task Has_the_rows_and_etags_of_before()
    {
        string etag;
        await using (var store = Open())
            etag = await Commit(store, new TableOperation.Insert("row", "value"u8.ToArray()));

        await using var reopened = Open();
        var row = await reopened.Get("partition", "row", default);

        Assert.Equal((etag, "value"), (row?.ETag, Encoding.UTF8.GetString(row!.Value.Span)));
        Assert.NotEqual(etag, await Commit(reopened, new TableOperation.Replace("row", "other"u8.ToArray(), etag)));
    }

    [Fact]
    public async Task Gives_no_etag_that_a_deleted_row_had()
    {
        string first;
        await using (var store = Open())
        {
            first = await Commit(store, new TableOperation.Insert("row", "value"u8.ToArray()));
            await Commit(store, new TableOperation.Delete("row", first));
        }

        await using var reopened = Open();

        Assert.NotEqual(first, await Commit(reopened, new TableOperation.Insert("row", "value"u8.ToArray())));
    }

    [Fact]
    public async Task Refuses_a_second_instance_and_names_the_process_that_holds_it()
    {
        await using var store = Open();

        var refusal = Assert.Throws<StoreInUseException>(Open);

        Assert.Contains($"process {Environment.ProcessId}", refusal.Message);
        Assert.Contains(_directory.FullName, refusal.Message);
        await Commit(store, new TableOperation.Insert("row", "value"u8.ToArray()));
    }

    [Fact]
    public async Task Is_kept_from_other_users()
    {
        var directory = Path.Combine(_directory.FullName, "new", "store");
        await using var store = SqliteTableStore.Open(directory);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory));
    }

    [Fact]
    public async Task Answers_what_was_queued_and_nothing_after_it_was_closed()
    {
        var store = Open();
        var queued = Enumerable.Range(0, 50).Select(
            i => Commit(store, new TableOperation.Insert($"row-{i}", "value"u8.ToArray()))).ToList();

        await store.DisposeAsync();
        await store.DisposeAsync();

        await Task.WhenAll(queued);
        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => Commit(store, new TableOperation.Insert("late", "value"u8.ToArray())));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.Get("partition", "row-0", default));
    }

    [Fact]
    public void Says_so_when_the_file_is_no_store()
    {
        var path = Path.Combine(_directory.FullName, "store.db");
        File.WriteAllText(path, string.Concat(Enumerable.Repeat("This is not a database. ", 1_000)));

        Assert.Contains(path, Assert.Throws<SqliteException>(Open).Message);
        Assert.Throws<SqliteException>(Open);
    }

    [Fact]
    public async Task Keeps_its_log_file_small()
    {
        await using var store = Open();
        for (var i = 0; i < 60; i++)
            await Commit(store, new TableOperation.Upsert("row", new byte[1_000_000]));

        Assert.InRange(new FileInfo(Path.Combine(_directory.FullName, "store.db-wal")).Length, 1, 32 * 1024 * 1024);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private SqliteTableStore Open() => SqliteTableStore.Open(_directory.FullName);

    private static async Task<string> Commit(SqliteTableStore store, TableOperation operation)
    {
        var committed = Assert.IsType<SubmitResult.Committed>(await store.Submit("partition", [operation], default));
        return Assert.Single(committed.ETags) ?? "";
    }
}
