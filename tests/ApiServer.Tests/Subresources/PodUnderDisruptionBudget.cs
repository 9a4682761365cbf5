using CloudletK8s.ApiServer.Tests.Clusters;

namespace CloudletK8s.ApiServer.Tests.Subresources;

public sealed class PodUnderDisruptionBudget : IAsyncLifetime
{
    private const string Pods = "/api/v1/namespaces/default/pods";
    private const string Budgets = "/apis/policy/v1/namespaces/default/poddisruptionbudgets";
    private TestCluster _cluster = null!;

    public async Task InitializeAsync()
    {
        _cluster = await TestCluster.Start();
        await _cluster.Create(Budgets, """{"metadata":{"name":"b"},"spec":{"minAvailable":1,"selector":{"matchLabels":{"app":"x"}} } }""");
        foreach (var name in (IEnumerable<string>)["a", "b"])
        {
            await _cluster.Create(Pods, TestCluster.Pod(name, metadata: ",\"labels\":{\"app\":\"x\"}"));
            await _cluster.Patch($"{Pods}/{name}/status", """{"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}}""");
        }
    }

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Waits_until_the_budget_has_been_looked_at()
    {
        var refused = await TestCluster.Refused(() => Evict("a"));

        Assert.Equal(429, refused.Code);
        Assert.Equal(10, refused.RetryAfterSeconds);
        Assert.Equal("Cannot evict pod as it would violate the pod's disruption budget.", refused.Message);
    }

    [Fact]
    public async Task Goes_while_the_budget_lasts()
    {
        await _cluster.Patch(
            $"{Budgets}/b/status",
            """{"status":{"observedGeneration":1,"disruptionsAllowed":1,"currentHealthy":2,"desiredHealthy":1,"expectedPods":2}}""");

        await Evict("a");
        var refused = await TestCluster.Refused(() => Evict("b"));

        var cause = refused.Details!.List("causes")!.Objects().Single();
        Assert.Equal("DisruptionBudget", cause.Text("reason"));
        Assert.Equal("The disruption budget b needs 1 healthy pods and has 2 currently", cause.Text("message"));
        var budget = await _cluster.Get($"{Budgets}/b");
        Assert.Equal(0, budget.Object("status")!.Whole("disruptionsAllowed"));
        Assert.True(budget.Object("status", "disruptedPods")!.Has("a"));
    }

    private Task Evict(string pod) =>
        _cluster.Create($"{Pods}/{pod}/eviction", $$"""{"kind":"Eviction","apiVersion":"policy/v1","metadata":{"name":"{{pod}}"} }""");
}
