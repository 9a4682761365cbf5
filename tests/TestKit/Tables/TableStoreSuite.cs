using System.Text;
using CloudletK8s.Store;
using CloudletK8s.Store.Tables;

namespace CloudletK8s.TestKit.Tables;

/// <summary>What every adapter of <see cref="ITableStore"/> must do. Each test has a partition of its own.</summary>
public abstract partial class TableStoreSuite : IAsyncLifetime
{
    private ITableStore? _store;

    protected string Partition { get; } = $"cluster.{Guid.NewGuid():N}";

    protected static CancellationToken Never => CancellationToken.None;

    protected ITableStore Store => _store ?? throw new InvalidOperationException("The suite opens the store before each test.");

    protected abstract ValueTask<ITableStore> Open();

    public virtual async Task InitializeAsync() => _store = await Open();

    public virtual async Task DisposeAsync()
    {
        if (_store is not null)
            await _store.DisposeAsync();
    }

    protected static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static string Text(TableRow? row)
    {
        Assert.NotNull(row);
        return Encoding.UTF8.GetString(row.Value.Span);
    }

    /// <summary>Bytes that do not compress.</summary>
    protected static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(length).NextBytes(noise);
        return noise;
    }

    protected ValueTask<SubmitResult> Submit(params TableOperation[] operations) => Store.Submit(Partition, operations, Never);

    protected async Task<string[]> Commit(params TableOperation[] operations)
    {
        var committed = Assert.IsType<SubmitResult.Committed>(await Submit(operations));
        Assert.Equal(operations.Length, committed.ETags.Count);
        return [.. committed.ETags.Select(static etag => etag ?? "")];
    }

    protected async Task<string> Insert(string row, string value) =>
        (await Commit(new TableOperation.Insert(row, Bytes(value))))[0];

    protected ValueTask<TableRow?> Get(string row) => Store.Get(Partition, row, Never);

    protected async Task<List<TableRow>> ReadAll(RowRange range, int limit = 1000)
    {
        var rows = new List<TableRow>();
        for (string? next = range.From; next is not null;)
        {
            var page = await Store.Query(Partition, range with { From = next }, limit, Never);
            Assert.InRange(page.Rows.Count, 0, limit);
            rows.AddRange(page.Rows);
            next = page.NextRow;
        }

        return rows;
    }

    protected async Task<string[]> ReadKeys(RowRange range, int limit = 1000) =>
        [.. (await ReadAll(range, limit)).Select(static row => row.Row)];
}
