namespace CloudletK8s.Cloudlet.Tests.Kubectl;

/// <summary>No kubelets here: the tests say themselves what becomes of pods.</summary>
public sealed class WorkloadsThatKubectlRuns(KubectlServer server) : KubectlTests(server)
{
    private const string Succeeded = """{"status":{"phase":"Succeeded"}}""";
    private const string Ready = """{"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}}""";

    [Theory, Kubectl]
    public async Task A_job_completes_when_its_pod_has_succeeded(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("create job once --image=registry.example/once:1");
        await kubectl.Run("wait --for=create pod -l batch.kubernetes.io/job-name=once --timeout=30s");
        await Report(kubectl, "-l job-name=once", Succeeded);

        await kubectl.Run("wait --for=condition=complete job/once --timeout=30s");

        Assert.StartsWith("once Complete 1/1", (await kubectl.Run("get job once")).Lines[1], StringComparison.Ordinal);
        Assert.Equal("", (await kubectl.Run("get pod -l job-name=once -o jsonpath={.items[0].metadata.finalizers}")).Output);
        Assert.Contains("Job completed", (await kubectl.Run("describe job once")).Output, StringComparison.Ordinal);
    }

    [Theory, Kubectl]
    public async Task A_suspended_job_waits_until_it_is_resumed(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("create -f -", """
            {"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "later"},
             "spec": {"suspend": true, "completions": 2, "parallelism": 2, "completionMode": "Indexed",
                      "template": {"spec": {"restartPolicy": "Never", "containers": [{"name": "c", "image": "registry.example/c:1"}]}}}}
            """);
        await kubectl.Run("wait --for=condition=suspended job/later --timeout=30s");
        Assert.Equal("", (await kubectl.Run("get pod -o name")).Output);

        await kubectl.Run("""patch job later --type=merge -p '{"spec":{"suspend":false}}'""");
        await kubectl.Run("wait --for=jsonpath={.status.active}=2 job/later --timeout=30s");
        await Report(kubectl, "-l job-name=later", Succeeded);

        await kubectl.Run("wait --for=condition=complete job/later --timeout=30s");
        Assert.Equal("0,1", (await kubectl.Run("get job later -o jsonpath={.status.completedIndexes}")).Output);
    }

    [Theory, Kubectl]
    public async Task A_cron_job_starts_jobs(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("create cronjob tick --image=registry.example/tick:1 --schedule='@every 1s'");

        await kubectl.Run("wait --for=jsonpath={.status.lastScheduleTime} cronjob/tick --timeout=30s");

        Assert.Contains("job.batch/tick-", (await kubectl.Run("get job -o name")).Output, StringComparison.Ordinal);
        await kubectl.Run("create job by-hand --from=cronjob/tick");
        Assert.Equal("tick", (await kubectl.Run("get job by-hand -o jsonpath={.metadata.ownerReferences[0].name}")).Output);
    }

    [Theory, Kubectl]
    public async Task An_autoscaler_keeps_a_deployment_within_its_limits(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("create deployment web --image=registry.example/web:1");
        await kubectl.Run("autoscale deployment web --min=3 --max=5 --cpu-percent=80");

        await kubectl.Run("wait --for=jsonpath={.spec.replicas}=3 deployment/web --timeout=30s");
        await kubectl.Run("wait --for=jsonpath={.status.desiredReplicas}=3 hpa/web --timeout=30s");

        Assert.StartsWith("web Deployment/web cpu: <unknown>/80% 3 5 ", (await kubectl.Run("get hpa web")).Lines[1], StringComparison.Ordinal);
        Assert.Contains("Current number of replicas below Spec.MinReplicas", (await kubectl.Run("describe hpa web")).Output, StringComparison.Ordinal);
    }

    [Theory, Kubectl]
    public async Task A_node_is_drained_no_faster_than_a_budget_allows(string version)
    {
        var kubectl = await Server.Session(version);
        var node = $"node-of-{kubectl.Namespace}";
        await kubectl.Run("create -f -", $$$"""{"apiVersion": "v1", "kind": "Node", "metadata": {"name": "{{{node}}}"} }""");
        await kubectl.Run("create -f -", $$$"""
            {"apiVersion": "apps/v1", "kind": "ReplicaSet", "metadata": {"name": "web"},
             "spec": {"replicas": 2, "selector": {"matchLabels": {"app": "web"}},
                      "template": {"metadata": {"labels": {"app": "web"}},
                                   "spec": {"nodeName": "{{{node}}}", "containers": [{"name": "c", "image": "registry.example/c:1"}]}} } }
            """);
        await kubectl.Run("create pdb web --selector=app=web --min-available=1");
        await kubectl.Run("wait --for=jsonpath={.status.replicas}=2 rs/web --timeout=30s");
        await Report(kubectl, "-l app=web", Ready);
        await kubectl.Run("wait --for=jsonpath={.status.disruptionsAllowed}=1 pdb/web --timeout=30s");

        using var drain = kubectl.Begin($"drain {node} --pod-selector=app=web --grace-period=0 --timeout=45s");
        var refusal = await drain.StandardError.ReadLineAsync();
        while (refusal is not null && !refusal.Contains("disruption budget", StringComparison.Ordinal))
            refusal = await drain.StandardError.ReadLineAsync();
        Assert.Contains("Cannot evict pod as it would violate the pod's disruption budget.", refusal, StringComparison.Ordinal);

        await kubectl.Run("wait --for=jsonpath={.status.replicas}=2 rs/web --timeout=30s");
        await Report(kubectl, "-l app=web", Ready);
        var output = await drain.StandardOutput.ReadToEndAsync();
        await drain.WaitForExitAsync();
        Assert.True(drain.ExitCode == 0, output + await drain.StandardError.ReadToEndAsync());
    }

    private static async Task Report(KubectlSession kubectl, string selector, string status)
    {
        foreach (var pod in (await kubectl.Run($"get pod {selector} -o name")).Lines)
            await kubectl.Run($"patch {pod} --subresource=status --type=merge -p '{status}'");
    }
}
