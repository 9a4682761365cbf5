using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Clients;

namespace CloudletK8s.TestKit.Clients;

public abstract partial class ApiClientSuite
{
    [Fact]
    public async Task Deletes_once()
    {
        await Create(Config("a"));
        Assert.IsType<ApiResult<Deletion<ConfigMap>>.Ok>(await Client.Delete<ConfigMap>(Named("a"), new(), Ending));
        Assert.IsType<ApiResult<Deletion<ConfigMap>>.NotFound>(await Client.Delete<ConfigMap>(Named("a"), new(), Ending));
    }

    [Fact]
    public async Task Deletes_only_the_object_that_is_meant()
    {
        var created = await Create(Config("a"));
        var other = await Client.Delete<ConfigMap>(Named("a"), new() { Preconditions = new() { Uid = "another" } }, Ending);
        Assert.IsType<ApiResult<Deletion<ConfigMap>>.Conflict>(other);

        var meant = await Client.Delete<ConfigMap>(Named("a"), new() { Preconditions = new() { Uid = created.Metadata!.Uid } }, Ending);
        Assert.IsType<ApiResult<Deletion<ConfigMap>>.Ok>(meant);
    }

    [Fact]
    public async Task Shows_what_a_finalizer_holds_back()
    {
        var config = Config("a");
        await Create(config with { Metadata = config.Metadata! with { Finalizers = ["suite.example/hold"] } });
        var deletion = (await Client.Delete<ConfigMap>(Named("a"), new(), Ending)).Required();

        Assert.NotNull(deletion.Object!.Metadata!.DeletionTimestamp);
        Assert.NotNull((await Get<ConfigMap>("a")).Metadata!.DeletionTimestamp);
    }

    [Fact]
    public async Task Deletes_nothing_in_a_dry_run()
    {
        await Create(Config("a"));
        (await Client.Delete<ConfigMap>(Named("a"), new() { DryRun = ["All"] }, Ending)).Required();
        await Get<ConfigMap>("a");
    }

    [Fact]
    public async Task Evicts_a_pod()
    {
        await Create(new Pod
        {
            Metadata = new() { Name = "p", Namespace = "default" },
            Spec = new() { Containers = [new() { Name = "main", Image = "registry.example/main:1" }] },
        });
        var evicted = (await Client.Evict(Named("p"), new(), Ending)).Required();
        Assert.Equal("Success", evicted.StatusValue);
        Assert.IsType<ApiResult<Pod>.NotFound>(await Client.Get<Pod>(Named("p"), Ending));
    }

    [Fact]
    public async Task Scales()
    {
        await Create(Deployed("d", 2));
        Assert.Equal(2, (await Client.GetScale<Deployment>(Named("d"), Ending)).Required().Spec!.Replicas);

        var scaled = (await Client.UpdateScale<Deployment>(Named("d"), 4, WriteOptions.Default, Ending)).Required();
        Assert.Equal(4, scaled.Spec!.Replicas);
        Assert.Equal(4, (await Get<Deployment>("d")).Spec!.Replicas);
    }
}
