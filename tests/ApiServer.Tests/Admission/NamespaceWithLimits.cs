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
    public async Task Counts_what_a_claim_grows_by()
    {
        await Quota("""{"hard":{"requests.storage":"10Gi"}}""");
        await _cluster.Create($"{Namespace}/persistentvolumeclaims", """{"metadata":{"name":"c"},"spec":{"accessModes":["ReadWriteOnce"],"storageClassName":"fast","resources":{"requests":{"storage":"4Gi"}}}}""");
        await _cluster.Create("/apis/storage.k8s.io/v1/storageclasses", """{"metadata":{"name":"fast"},"provisioner":"p.example","allowVolumeExpansion":true}""");
        await _cluster.Patch($"{Namespace}/persistentvolumeclaims/c/status", """{"status":{"phase":"Bound","capacity":{"storage":"4Gi"}}}""");

        Assert.Equal(
            "persistentvolumeclaims \"c\" is forbidden: exceeded quota: q, requested: requests.storage=7Gi, used: requests.storage=4Gi, limited: requests.storage=10Gi",
            (await TestCluster.Refused(() => Grow("11Gi"))).Message);
        await Grow("9Gi");
        Assert.Equal("9Gi", await Used("requests.storage"));

        Task<TreeObject> Grow(string to) => _cluster.Patch($"{Namespace}/persistentvolumeclaims/c", $$"""{"spec":{"resources":{"requests":{"storage":"{{to}}"} } } }""");
    }

    [Fact]
    public async Task Counts_a_service_as_what_it_becomes()
    {
        await Quota("""{"hard":{"services":"9","services.nodeports":"1","services.loadbalancers":"0"}}""");
        await _cluster.Create($"{Namespace}/services", """{"metadata":{"name":"s"},"spec":{"ports":[{"port":80}]}}""");

        Assert.Equal(
            "services \"s\" is forbidden: exceeded quota: q, requested: services.loadbalancers=1, used: services.loadbalancers=0, limited: services.loadbalancers=0",
            (await TestCluster.Refused(() => Become("LoadBalancer"))).Message);
        await Become("NodePort");
        Assert.Equal("1", await Used("services.nodeports"));
        await Become("ClusterIP");
        Assert.Equal("0", await Used("services.nodeports"));
        Assert.Equal("2", await Used("services")); // The other one is the cluster's own.

        Task<TreeObject> Become(string type) => _cluster.Patch($"{Namespace}/services/s", $$"""{"spec":{"type":"{{type}}"} }""");
    }

    [Fact]
    public async Task Counts_a_pod_that_is_resized()
    {
        await Quota("""{"hard":{"requests.cpu":"1"}}""");
        await _cluster.Create(Pods, Pod("a", "400m", "2"));

        Assert.Equal(
            "pods \"a\" is forbidden: exceeded quota: q, requested: requests.cpu=700m, used: requests.cpu=400m, limited: requests.cpu=1",
            (await TestCluster.Refused(() => Resize("1100m"))).Message);
        await Resize("900m");
        Assert.Equal("900m", await Used("requests.cpu"));

        Task<TreeObject> Resize(string cpu) => _cluster.Run(
            "patch", $"{Pods}/a/resize", $$$"""[{"op":"replace","path":"/spec/containers/0/resources/requests/cpu","value":"{{{cpu}}}"}]""", null, "application/json-patch+json");
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

    private async Task<string?> Used(string resource) =>
        (await _cluster.Get($"{Namespace}/resourcequotas/q")).Object("status", "used")!.Text(resource);

    private Task<TreeObject> Limit(string item) => _cluster.Create(
        $"{Namespace}/limitranges", $$"""{"metadata":{"name":"l"},"spec":{"limits":[{{item}}]} }""");

    private Task<TreeObject> Quota(string spec) => _cluster.Create(
        $"{Namespace}/resourcequotas", $$"""{"metadata":{"name":"q"},"spec":{{spec}} }""");

    private static string Pod(string name, string request, string limit) =>
        $$$"""{"metadata":{"name":"{{{name}}}"},"spec":{"containers":[{"name":"c","image":"i","resources":{"requests":{"cpu":"{{{request}}}"},"limits":{"cpu":"{{{limit}}}"} } }] } }""";
}
