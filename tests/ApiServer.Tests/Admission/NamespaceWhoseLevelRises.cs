using CloudletK8s.ApiServer.Tests.Clusters;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.ApiServer.Tests.Admission;

public sealed class NamespaceWhoseLevelRises(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Share = ",\"hostPID\":true";
    private const string Look = ",\"hostNetwork\":true,\"volumes\":[{\"name\":\"v\",\"hostPath\":{\"path\":\"/\"}}]";

    [Fact]
    public async Task Is_told_which_pods_it_would_not_have_let_in()
    {
        var (client, name) = (fixture.Server.Client, await fixture.Server.Namespace());
        foreach (var (pod, more) in new[] { ("b", Share), ("a", Share), ("c", Share), ("d", Look) })
            (await client.Post($"/api/v1/namespaces/{name}/pods", TestCluster.Pod(pod, more))).Expect(201);

        var raised = await Label("baseline");

        Assert.Equal(
            [
                $"299 - \"existing pods in namespace \\\"{name}\\\" violate the new PodSecurity enforce level \\\"baseline:latest\\\"\"",
                "299 - \"a (and 2 other pods): host namespaces\"",
                "299 - \"d: host namespaces, hostPath volumes\"",
            ],
            raised.Warnings);
        Assert.Empty((await Label("baseline")).Warnings);
        Assert.Empty((await Label("privileged")).Warnings);

        async Task<ApiAnswer> Label(string level) => (await client.Patch(
            $"/api/v1/namespaces/{name}", $$"""{"metadata":{"labels":{"pod-security.kubernetes.io/enforce":"{{level}}"} } }""")).Expect(200);
    }
}
