using CloudletK8s.ApiServer.Tests.Clusters;

namespace CloudletK8s.ApiServer.Tests.Subresources;

public sealed class ScaledDeployment : IAsyncLifetime
{
    private const string Path = "/apis/apps/v1/namespaces/default/deployments";
    private TestCluster _cluster = null!;

    public async Task InitializeAsync()
    {
        _cluster = await TestCluster.Start();
        await _cluster.Create(
            Path,
            """{"metadata":{"name":"d"},"spec":{"replicas":2,"selector":{"matchLabels":{"app":"x"}},"template":{"metadata":{"labels":{"app":"x"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}""");
    }

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Shows_its_replicas_and_its_selector()
    {
        var scale = await _cluster.Get($"{Path}/d/scale");

        Assert.Equal("Scale", scale.Text("kind"));
        Assert.Equal(2, scale.Object("spec")!.Whole("replicas"));
        Assert.Equal("app=x", scale.Object("status")!.Text("selector"));
    }

    [Fact]
    public async Task Takes_them_from_an_update_and_from_a_patch()
    {
        await _cluster.Update($"{Path}/d/scale", """{"metadata":{"name":"d","namespace":"default"},"spec":{"replicas":5}}""");
        Assert.Equal(5, (await _cluster.Get($"{Path}/d")).Object("spec")!.Whole("replicas"));

        await _cluster.Patch($"{Path}/d/scale", """{"spec":{"replicas":7}}""");
        Assert.Equal(7, (await _cluster.Get($"{Path}/d")).Object("spec")!.Whole("replicas"));
    }

    [Fact]
    public async Task Refuses_less_than_none() =>
        Assert.Equal(422, (await TestCluster.Refused(() => _cluster.Patch($"{Path}/d/scale", """{"spec":{"replicas":-1}}"""))).Code);
}
