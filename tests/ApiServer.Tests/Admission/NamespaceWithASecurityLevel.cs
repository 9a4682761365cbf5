using CloudletK8s.ApiServer.Tests.Clusters;

namespace CloudletK8s.ApiServer.Tests.Admission;

public sealed class NamespaceWithASecurityLevel : IAsyncLifetime
{
    private const string Namespace = "/api/v1/namespaces/default";
    private const string Pods = Namespace + "/pods";
    private const string KeepAlive = ",\"securityContext\":{\"sysctls\":[{\"name\":\"net.ipv4.tcp_keepalive_time\",\"value\":\"1\"}]}";
    private const string Engine = ",\"securityContext\":{\"seLinuxOptions\":{\"type\":\"container_engine_t\"}}";
    private TestCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await TestCluster.Start();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

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

    [Theory]
    [InlineData("baseline", "v1.28", KeepAlive, "forbidden sysctl (net.ipv4.tcp_keepalive_time)")]
    [InlineData("baseline", "v1.29", KeepAlive, "")]
    [InlineData("baseline", "v1.30", Engine, "seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: type \"container_engine_t\")")]
    [InlineData("baseline", "v1.31", Engine, "")]
    [InlineData("restricted", "v1.7", "", "runAsNonRoot != true (pod or container \"c\" must set securityContext.runAsNonRoot=true)")]
    public async Task Judges_as_the_version_did_that_it_names(string level, string version, string more, string violation)
    {
        await Label($$"""{"pod-security.kubernetes.io/enforce":"{{level}}","pod-security.kubernetes.io/enforce-version":"{{version}}"}""");

        if (violation.Length == 0)
        {
            await _cluster.Create(Pods, TestCluster.Pod("p", more));
            return;
        }

        Assert.Equal(
            $"pods \"p\" is forbidden: violates PodSecurity \"{level}:{version}\": {violation}",
            (await TestCluster.Refused(() => _cluster.Create(Pods, TestCluster.Pod("p", more)))).Message);
    }

    [Theory]
    [InlineData("enforce", "strict", "must be one of privileged, baseline, restricted")]
    [InlineData("audit", "Baseline", "must be one of privileged, baseline, restricted")]
    [InlineData("warn-version", "1.20", "must be \"latest\" or \"v1.x\"")]
    [InlineData("enforce-version", "v1.020", "must be \"latest\" or \"v1.x\"")]
    public async Task Must_name_one_that_there_is(string label, string value, string why)
    {
        Assert.Equal(
            $"Namespace \"default\" is invalid: metadata.labels[pod-security.kubernetes.io/{label}]: Invalid value: \"{value}\": {why}",
            (await TestCluster.Refused(() => Label($$"""{"pod-security.kubernetes.io/{{label}}":"{{value}}"}"""))).Message);
    }

    private Task Label(string labels) => _cluster.Patch(Namespace, $$"""{"metadata":{"labels":{{labels}} } }""");
}
