using CloudletK8s.ApiServer.Tests.Clusters;
using CloudletK8s.Store;
using CloudletK8s.Store.Memory;

namespace CloudletK8s.ApiServer.Tests.Bootstrap;

public sealed class ClusterAfterItsFirstStart
{
    [Theory]
    [InlineData("/api/v1/namespaces/default")]
    [InlineData("/api/v1/namespaces/kube-system")]
    [InlineData("/api/v1/namespaces/kube-public")]
    [InlineData("/api/v1/namespaces/kube-node-lease")]
    [InlineData("/api/v1/namespaces/default/services/kubernetes")]
    [InlineData("/api/v1/namespaces/default/endpoints/kubernetes")]
    [InlineData("/apis/discovery.k8s.io/v1/namespaces/default/endpointslices/kubernetes")]
    [InlineData("/apis/rbac.authorization.k8s.io/v1/clusterroles/cluster-admin")]
    [InlineData("/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/system:basic-user")]
    [InlineData("/apis/scheduling.k8s.io/v1/priorityclasses/system-node-critical")]
    [InlineData("/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas/catch-all")]
    public async Task Has_what_every_cluster_has(string path)
    {
        await using var cluster = await TestCluster.Start();

        var found = await cluster.Get(path);

        Assert.NotEmpty(found.Object("metadata")!.Text("uid")!);
    }

    [Fact]
    public async Task Writes_nothing_at_its_second()
    {
        var tables = new MemoryTableStore();
        await using (await TestCluster.Start(tables))
        {
        }

        var changes = 0;
        var store = ClusterStore.Open(tables, new(), TimeProvider.System);
        await using (store)
        {
            store.Changed += (_, _) => Interlocked.Increment(ref changes);
            var host = ApiServerHost.Create(store, new(), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
            await host.Prepare(new Uri("https://192.168.1.10:6443"), CancellationToken.None);
            await host.Prepared;
        }

        Assert.Equal(0, changes);
    }

    [Fact]
    public async Task Accepts_what_was_made_as_if_a_user_had_sent_it()
    {
        await using var cluster = await TestCluster.Start();
        foreach (var path in (IEnumerable<string>)
            ["/api/v1/namespaces/default/services/kubernetes", "/apis/rbac.authorization.k8s.io/v1/clusterroles/system:kube-scheduler",
             "/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas/catch-all", "/apis/scheduling.k8s.io/v1/priorityclasses/system-node-critical"])
        {
            await cluster.Patch(path, """{"metadata":{"labels":{"touched":"yes"}}}""");
        }
    }
}
