using CloudletK8s.Api.Trees;
using CloudletK8s.ApiServer.Tests.Clusters;

namespace CloudletK8s.ApiServer.Tests.Admission;

public sealed class NamespaceWithLimits : IAsyncLifetime
{
    private const string Namespace = "/api/v1/namespaces/default";
    private const string Pods = Namespace + "/pods";
    private TestCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await TestCluster.Start();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Gives_containers_what_they_do_not_ask_for()
    {
        await Limit("""{"type":"Container","default":{"cpu":"1","memory":"1Gi"},"defaultRequest":{"cpu":"250m"}}""");

        var pod = await _cluster.Create(Pods, TestCluster.Pod("p"));

        var resources = pod.Object("spec")!.List("containers")!.Objects().Single().Object("resources")!;
        Assert.Equal("250m", resources.Object("requests")!.Text("cpu"));
        Assert.Equal("1Gi", resources.Object("limits")!.Text("memory"));
        Assert.Equal(
            "LimitRanger plugin set: cpu, memory request for container c; cpu, memory limit for container c",
            pod.Object("metadata", "annotations")!.Text("kubernetes.io/limit-ranger"));
    }

    [Fact]
    public async Task Refuses_what_is_too_little_or_too_much()
    {
        await Limit("""{"type":"Container","min":{"cpu":"100m"},"max":{"cpu":"2"}}""");

        Assert.Equal(
            "pods \"p\" is forbidden: minimum cpu usage per Container is 100m, but request is 50m",
            (await TestCluster.Refused(() => _cluster.Create(Pods, Pod("p", "50m", "1")))).Message);
        Assert.Equal(
            "pods \"p\" is forbidden: maximum cpu usage per Container is 2, but limit is 3",
            (await TestCluster.Refused(() => _cluster.Create(Pods, Pod("p", "100m", "3")))).Message);
    }

    [Fact]
    public async Task Counts_pods_until_its_quota_is_used_up()
    {
        await Quota("""{"hard":{"pods":"2","requests.cpu":"1"}}""");
        await _cluster.Create(Pods, Pod("a", "400m", "1"));

        Assert.Equal(
            "pods \"b\" is forbidden: exceeded quota: q, requested: requests.cpu=700m, used: requests.cpu=400m, limited: requests.cpu=1",
            (await TestCluster.Refused(() => _cluster.Create(Pods, Pod("b", "700m", "1")))).Message);
        await _cluster.Create(Pods, Pod("b", "100m", "1"));
        Assert.Equal(
            "pods \"c\" is forbidden: exceeded quota: q, requested: pods=1, used: pods=2, limited: pods=2",
            (await TestCluster.Refused(() => _cluster.Create(Pods, Pod("c", "100m", "1")))).Message);
        Assert.Equal(
            "pods \"d\" is forbidden: failed quota: q: must specify requests.cpu for: c",
            (await TestCluster.Refused(() => _cluster.Create(Pods, TestCluster.Pod("d")))).Message);

        await _cluster.Run("delete", $"{Pods}/a", """{"gracePeriodSeconds":0}""", null);
        _cluster.Time.Shift += TimeSpan.FromSeconds(10);
        await _cluster.Create(Pods, Pod("c", "100m", "1"));
    }

    [Fact]
    public async Task Does_not_give_the_last_of_its_quota_twice()
    {
        await Quota("""{"hard":{"count/configmaps":"5"}}""");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            try
            {
                await _cluster.Create($"{Namespace}/configmaps", $$"""{"metadata":{"name":"m{{i}}"} }""");
                return true;
            }
            catch (Errors.ApiException e) when (e.Code == 403)
            {
                return false;
            }
        }));

        Assert.Equal(5, outcomes.Count(created => created));
    }

    [Fact]
    public async Task Holds_pods_to_its_level()
    {
        await _cluster.Patch(Namespace, """{"metadata":{"labels":{"pod-security.kubernetes.io/enforce":"restricted"}}}""");

        var refused = await TestCluster.Refused(() => _cluster.Create(Pods, TestCluster.Pod("p")));

        Assert.Equal(
            "pods \"p\" is forbidden: violates PodSecurity \"restricted:latest\": allowPrivilegeEscalation != false (container \"c\" must set "
            + "securityContext.allowPrivilegeEscalation=false), unrestricted capabilities (container \"c\" must set "
            + "securityContext.capabilities.drop=[\"ALL\"]), runAsNonRoot != true (pod or container \"c\" must set securityContext.runAsNonRoot=true), "
            + "seccompProfile (pod or container \"c\" must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")",
            refused.Message);
    }

    [Fact]
    public async Task Keeps_the_host_to_itself()
    {
        await _cluster.Patch(Namespace, """{"metadata":{"labels":{"pod-security.kubernetes.io/enforce":"baseline"}}}""");
        await _cluster.Create(Pods, TestCluster.Pod("ordinary"));

        var refused = await TestCluster.Refused(
            () => _cluster.Create(Pods, TestCluster.Pod("p", ",\"hostPID\":true,\"volumes\":[{\"name\":\"v\",\"hostPath\":{\"path\":\"/\"}}]")));

        Assert.Equal(
            "pods \"p\" is forbidden: violates PodSecurity \"baseline:latest\": host namespaces (hostPID=true), hostPath volumes (volume \"v\")",
            refused.Message);
    }

    private Task<TreeObject> Limit(string item) => _cluster.Create(
        $"{Namespace}/limitranges", $$"""{"metadata":{"name":"l"},"spec":{"limits":[{{item}}]} }""");

    private Task<TreeObject> Quota(string spec) => _cluster.Create(
        $"{Namespace}/resourcequotas", $$"""{"metadata":{"name":"q"},"spec":{{spec}} }""");

    private static string Pod(string name, string request, string limit) =>
        $$$"""{"metadata":{"name":"{{{name}}}"},"spec":{"containers":[{"name":"c","image":"i","resources":{"requests":{"cpu":"{{{request}}}"},"limits":{"cpu":"{{{limit}}}"} } }] } }""";
}
