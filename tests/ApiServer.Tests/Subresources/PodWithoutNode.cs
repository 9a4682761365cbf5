using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Tests.Clusters;

namespace CloudletK8s.ApiServer.Tests.Subresources;

public sealed class PodWithoutNode : IAsyncLifetime
{
    private const string Pods = "/api/v1/namespaces/default/pods";
    private TestCluster _cluster = null!;

    public async Task InitializeAsync()
    {
        _cluster = await TestCluster.Start();
        await _cluster.Create(Pods, TestCluster.Pod("a"));
    }

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Is_placed_once_by_a_binding()
    {
        var answer = await _cluster.Create($"{Pods}/a/binding", Binding("a", "n1", ",\"annotations\":{\"k\":\"v\"}"));

        Assert.Equal("Success", answer.Text("status"));
        var pod = await _cluster.Get($"{Pods}/a");
        Assert.Equal("n1", pod.Object("spec")!.Text("nodeName"));
        Assert.Equal("v", pod.Object("metadata", "annotations")!.Text("k"));
        var scheduled = pod.Object("status")!.List("conditions")!.Objects().Single(condition => condition.Text("type") == "PodScheduled");
        Assert.Equal("True", scheduled.Text("status"));

        var refused = await TestCluster.Refused(() => _cluster.Create($"{Pods}/a/binding", Binding("a", "n2")));
        Assert.Equal(409, refused.Code);
        Assert.Equal("Operation cannot be fulfilled on pods/binding \"a\": pod a is already assigned to node \"n1\"", refused.Message);
    }

    [Fact]
    public async Task Is_placed_by_the_old_way_too()
    {
        await _cluster.Create("/api/v1/namespaces/default/bindings", Binding("a", "n1"));

        Assert.Equal("n1", (await _cluster.Get($"{Pods}/a")).Object("spec")!.Text("nodeName"));
    }

    [Fact]
    public async Task Of_many_schedulers_only_one_wins()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            try
            {
                await _cluster.Create($"{Pods}/a/binding", Binding("a", $"n{i}"));
                return true;
            }
            catch (Errors.ApiException e) when (e.Code == 409)
            {
                return false;
            }
        }));

        Assert.Single(outcomes, won => won);
    }

    [Fact]
    public async Task Has_no_logs_and_no_host()
    {
        Assert.Equal(204, (await _cluster.Get($"{Pods}/a/log")).Whole("code"));
        var refused = await TestCluster.Refused(() => _cluster.Create($"{Pods}/a/exec", ""));
        Assert.Equal("pod a does not have a host assigned", refused.Message);
    }

    [Fact]
    public async Task Is_refused_while_it_is_gated()
    {
        await _cluster.Create(Pods, TestCluster.Pod("gated", ",\"schedulingGates\":[{\"name\":\"g.example/x\"}]"));

        var refused = await TestCluster.Refused(() => _cluster.Create($"{Pods}/gated/binding", Binding("gated", "n1")));
        Assert.EndsWith("pod gated has non-empty .spec.schedulingGates", refused.Message, StringComparison.Ordinal);
    }

    private static string Binding(string pod, string node, string metadata = "") =>
        $$"""{"kind":"Binding","apiVersion":"v1","metadata":{"name":"{{pod}}"{{metadata}}},"target":{"kind":"Node","name":"{{node}}"} }""";
}
