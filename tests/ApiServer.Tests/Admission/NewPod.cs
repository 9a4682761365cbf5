using CloudletK8s.ApiServer.Tests.Clusters;

namespace CloudletK8s.ApiServer.Tests.Admission;

public sealed class NewPod : IAsyncLifetime
{
    private const string Pods = "/api/v1/namespaces/default/pods";
    private TestCluster _cluster = null!;

    public async Task InitializeAsync() => _cluster = await TestCluster.Start(new() { ProtectStorageInUse = true });

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task Runs_as_the_default_account_and_finds_its_token()
    {
        await _cluster.Create("/api/v1/namespaces/default/serviceaccounts", """{"metadata":{"name":"default"}}""");

        var spec = (await _cluster.Create(Pods, TestCluster.Pod("p"))).Object("spec")!;

        Assert.Equal("default", spec.Text("serviceAccountName"));
        var volume = spec.List("volumes")!.Objects().Single();
        Assert.StartsWith("kube-api-access-", volume.Text("name"), StringComparison.Ordinal);
        var mount = spec.List("containers")!.Objects().Single().List("volumeMounts")!.Objects().Single();
        Assert.Equal("/var/run/secrets/kubernetes.io/serviceaccount", mount.Text("mountPath"));
        Assert.Equal(volume.Text("name"), mount.Text("name"));
    }

    [Fact]
    public async Task Gets_no_token_when_it_wants_none()
    {
        await _cluster.Create("/api/v1/namespaces/default/serviceaccounts", """{"metadata":{"name":"default"}}""");

        var spec = (await _cluster.Create(Pods, TestCluster.Pod("p", ",\"automountServiceAccountToken\":false"))).Object("spec")!;

        Assert.False(spec.Has("volumes"));
    }

    [Fact]
    public async Task Is_refused_without_its_account_where_that_is_required()
    {
        await using var strict = await TestCluster.Start(new() { RequireServiceAccount = true });

        var refused = await TestCluster.Refused(() => strict.Create(Pods, TestCluster.Pod("p", ",\"serviceAccountName\":\"builder\"")));

        Assert.Equal(
            "pods \"p\" is forbidden: error looking up service account default/builder: serviceaccount \"builder\" not found", refused.Message);
        Assert.Equal("default", (await strict.Create(Pods, TestCluster.Pod("p"))).Object("spec")!.Text("serviceAccountName"));
    }

    [Fact]
    public async Task Waits_a_moment_for_the_account_of_a_new_namespace()
    {
        await using var strict = await TestCluster.Start(new() { RequireServiceAccount = true });
        await strict.Create("/api/v1/namespaces", """{"metadata":{"name":"new"}}""");

        var made = strict.Create("/api/v1/namespaces/new/pods", TestCluster.Pod("p"));
        Assert.False(made.IsCompleted);
        await strict.Create("/api/v1/namespaces/new/serviceaccounts", """{"metadata":{"name":"default"}}""");

        Assert.Equal("default", (await made).Object("spec")!.Text("serviceAccountName"));
    }

    [Fact]
    public async Task Keeps_its_priority_when_the_manifest_is_sent_again()
    {
        var manifest = TestCluster.Pod("p", ",\"serviceAccountName\":\"default\",\"priorityClassName\":\"system-node-critical\",\"tolerations\":[{\"operator\":\"Exists\"}]");
        await _cluster.Create(Pods, manifest);

        var spec = (await _cluster.Update(Pods + "/p", manifest.Replace("\"name\":\"p\"", "\"name\":\"p\",\"labels\":{\"again\":\"yes\"}", StringComparison.Ordinal))).Object("spec")!;

        Assert.Equal(2_000_001_000, spec.Whole("priority"));
        Assert.Equal("PreemptLowerPriority", spec.Text("preemptionPolicy"));
    }

    [Fact]
    public async Task Takes_priority_from_its_class()
    {
        var spec = (await _cluster.Create(Pods, TestCluster.Pod("p", ",\"priorityClassName\":\"system-node-critical\""))).Object("spec")!;
        Assert.Equal(2_000_001_000, spec.Whole("priority"));
        Assert.Equal("PreemptLowerPriority", spec.Text("preemptionPolicy"));

        Assert.Equal(0, (await _cluster.Create(Pods, TestCluster.Pod("q"))).Object("spec")!.Whole("priority"));
        await _cluster.Create(
            "/apis/scheduling.k8s.io/v1/priorityclasses", """{"metadata":{"name":"usual"},"value":7,"globalDefault":true,"preemptionPolicy":"Never"}""");
        spec = (await _cluster.Create(Pods, TestCluster.Pod("r"))).Object("spec")!;
        Assert.Equal(7, spec.Whole("priority"));
        Assert.Equal("usual", spec.Text("priorityClassName"));
        Assert.Equal("Never", spec.Text("preemptionPolicy"));

        var refused = await TestCluster.Refused(() => _cluster.Create(Pods, TestCluster.Pod("s", ",\"priorityClassName\":\"none\"")));
        Assert.Equal("pods \"s\" is forbidden: no PriorityClass with name none was found", refused.Message);
    }

    [Fact]
    public async Task Stays_five_minutes_on_a_quiet_node()
    {
        var tolerations = (await _cluster.Create(Pods, TestCluster.Pod("p"))).Object("spec")!.List("tolerations")!.Objects().ToList();

        Assert.Equal(["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"], tolerations.Select(toleration => toleration.Text("key")));
        Assert.All(tolerations, toleration => Assert.Equal(300, toleration.Whole("tolerationSeconds")));
    }

    [Fact]
    public async Task Costs_what_its_runtime_class_costs()
    {
        await _cluster.Create(
            "/apis/node.k8s.io/v1/runtimeclasses",
            """{"metadata":{"name":"vm"},"handler":"vm","overhead":{"podFixed":{"cpu":"250m"}},"scheduling":{"nodeSelector":{"vm":"yes"}}}""");

        var spec = (await _cluster.Create(Pods, TestCluster.Pod("p", ",\"runtimeClassName\":\"vm\""))).Object("spec")!;

        Assert.Equal("250m", spec.Object("overhead")!.Text("cpu"));
        Assert.Equal("yes", spec.Object("nodeSelector")!.Text("vm"));
        Assert.Equal(
            "pods \"q\" is forbidden: pod rejected: RuntimeClass \"none\" not found",
            (await TestCluster.Refused(() => _cluster.Create(Pods, TestCluster.Pod("q", ",\"runtimeClassName\":\"none\"")))).Message);
    }

    [Fact]
    public async Task Claims_storage_of_the_default_class_and_keeps_it()
    {
        await _cluster.Create(
            "/apis/storage.k8s.io/v1/storageclasses",
            """{"metadata":{"name":"fast","annotations":{"storageclass.kubernetes.io/is-default-class":"true"}},"provisioner":"p.example/x"}""");

        var claim = await _cluster.Create(
            "/api/v1/namespaces/default/persistentvolumeclaims",
            """{"metadata":{"name":"c"},"spec":{"accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Gi"}}}}""");

        Assert.Equal("fast", claim.Object("spec")!.Text("storageClassName"));
        Assert.Equal(["kubernetes.io/pvc-protection"], claim.Object("metadata")!.List("finalizers")!.Texts());
    }
}
