using CloudletK8s.Store.AzureTables;
using CloudletK8s.Store.Tables;
using CloudletK8s.TestKit.Azurite;

namespace CloudletK8s.Store.Tests.Tables;

public sealed class AzureStoreOnBadNetwork(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>, IAsyncLifetime
{
    private const string Table = "badnetwork";
    private const string Row = "row";

    private readonly string _partition = $"{Guid.NewGuid():N}";
    private readonly List<IAsyncDisposable> _opened = [];
    private BadNetwork? _network;

    public async Task InitializeAsync()
    {
        var store = AzureTableStore.Open(azurite.ConnectionString, Table);
        _opened.Add(store);
        await store.Submit(_partition, [new TableOperation.Upsert("other", default)], default);
    }

    public async Task DisposeAsync()
    {
        foreach (var store in _opened)
            await store.DisposeAsync();
    }

    [Theory]
    [InlineData(nameof(Fault.IsBusy))]
    [InlineData(nameof(Fault.LosesRequest))]
    [InlineData(nameof(Fault.FailsInside))]
    public async Task Repeats_a_conditional_batch_that_did_not_arrive(string fault)
    {
        var store = Open(Enum.Parse<Fault>(fault), Enum.Parse<Fault>(fault));

        Assert.IsType<SubmitResult.Committed>(await Submit(store, new TableOperation.Insert(Row, "value"u8.ToArray())));
        Assert.Equal(3, _network!.Batches);
        Assert.NotNull(await store.Get(_partition, Row, default));
    }

    [Fact]
    public async Task Does_not_call_a_batch_refused_that_it_may_have_applied_itself()
    {
        var store = Open(Fault.LosesAnswer);

        await Assert.ThrowsAsync<IOException>(async () => await Submit(store, new TableOperation.Insert(Row, "value"u8.ToArray())));
        Assert.NotNull(await store.Get(_partition, Row, default));
    }

    [Fact]
    public async Task Calls_a_batch_refused_that_was_only_turned_away_before()
    {
        var store = Open(Fault.None, Fault.IsBusy);
        await Submit(store, new TableOperation.Insert(Row, "value"u8.ToArray()));

        Assert.Equal(
            new SubmitResult.Refused(0, RefusalReason.AlreadyExists),
            await Submit(store, new TableOperation.Insert(Row, "value"u8.ToArray())));
    }

    [Theory]
    [InlineData(nameof(Fault.LosesAnswer))]
    [InlineData(nameof(Fault.LosesRequest))]
    [InlineData(nameof(Fault.FailsInside))]
    public async Task Does_not_repeat_an_unconditional_batch_whose_outcome_is_unknown(string fault)
    {
        var store = Open(Enum.Parse<Fault>(fault));

        await Assert.ThrowsAnyAsync<Exception>(async () => await Submit(store, new TableOperation.Upsert(Row, "value"u8.ToArray())));
        Assert.Equal(1, _network!.Batches);
    }

    [Fact]
    public async Task Repeats_an_unconditional_batch_that_was_turned_away()
    {
        var store = Open(Fault.IsBusy);

        Assert.IsType<SubmitResult.Committed>(await Submit(store, new TableOperation.Upsert(Row, "value"u8.ToArray())));
        Assert.Equal(2, _network!.Batches);
    }

    private AzureTableStore Open(params Fault[] faults)
    {
        var store = AzureTableStore.Open(
            TableAccount.Parse(azurite.ConnectionString), Table, network => _network = new BadNetwork(network, faults));
        _opened.Add(store);
        return store;
    }

    private ValueTask<SubmitResult> Submit(AzureTableStore store, TableOperation operation) => store.Submit(_partition, [operation], default);
}
