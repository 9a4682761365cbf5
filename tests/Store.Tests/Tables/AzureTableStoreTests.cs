using CloudletK8s.Store.AzureTables;
using CloudletK8s.Store.Tables;
using CloudletK8s.TestKit.Azurite;
using CloudletK8s.TestKit.Tables;

namespace CloudletK8s.Store.Tests.Tables;

/// <summary>On the emulator, which takes more than the service does: so every request passes a check of the service's limits.</summary>
public sealed class AzureTableStoreTests(AzuriteFixture azurite) : TableStoreSuite, IClassFixture<AzuriteFixture>
{
    protected override ValueTask<ITableStore> Open() =>
        new(AzureTableStore.Open(TableAccount.Parse(azurite.ConnectionString), "conformance", static network => new AzureLimits(network)));

    [Fact]
    public async Task A_table_that_nobody_wrote_to_is_empty()
    {
        await using var store = AzureTableStore.Open(azurite.ConnectionString, $"t{Guid.NewGuid():N}");

        Assert.Null(await store.Get(Partition, "row", Never));
        Assert.Equal([], (await store.Query(Partition, new RowRange("", null), 10, Never)).Rows);
        Assert.Equal(
            new SubmitResult.Refused(0, RefusalReason.NotFound),
            await store.Submit(Partition, [new TableOperation.Delete("row", null)], Never));
        Assert.IsType<SubmitResult.Committed>(
            await store.Submit(Partition, [new TableOperation.Insert("row", Bytes("value"))], Never));
        Assert.Equal("value", Text(await store.Get(Partition, "row", Never)));
    }

    [Fact]
    public async Task Several_stores_may_make_the_same_table_at_once()
    {
        var table = $"t{Guid.NewGuid():N}";
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            await using var store = AzureTableStore.Open(azurite.ConnectionString, table);
            Assert.IsType<SubmitResult.Committed>(
                await store.Submit(Partition, [new TableOperation.Insert($"row-{i}", Bytes("value"))], Never));
        })));

        await using var reader = AzureTableStore.Open(azurite.ConnectionString, table);
        Assert.Equal(8, (await reader.Query(Partition, new RowRange("", null), 10, Never)).Rows.Count);
    }
}
