using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Clients.Connections;
using CloudletK8s.ControllerRuntime.Clients.Http;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Cloudlet.Tests.Kubectl;

/// <summary>Against the real process, its controllers and its scheduler; only the nodes are not real.</summary>
public sealed class WorkloadsThatKubectlRollsOut(KubectlServer server) : KubectlTests(server)
{
    private const string Template = """
        {"metadata": {"labels": {"app": "web"}}, "spec": {"containers": [{"name": "main", "image": "web:1"}]}}
        """;

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Deployments_go_forth_and_back(string version)
    {
        var kubectl = await Server.Session(version);
        await using var nodes = Nodes(kubectl, "node-a");
        await kubectl.Run("create deployment web --image=web:1 --replicas=3");
        Assert.EndsWith("deployment \"web\" successfully rolled out\n", (await kubectl.Run("rollout status deployment/web --timeout=50s")).Output);
        Assert.Equal("deployment.apps/web condition met\n", (await kubectl.Run("wait --for=condition=Available deployment/web --timeout=30s")).Output);

        await kubectl.Run("set image deployment/web web=web:2");
        Assert.EndsWith("successfully rolled out\n", (await kubectl.Run("rollout status deployment/web --timeout=50s")).Output);
        Assert.Equal(["deployment.apps/web", "REVISION CHANGE-CAUSE", "1 <none>", "2 <none>"], (await kubectl.Run("rollout history deployment/web")).Lines);

        await kubectl.Run("rollout undo deployment/web");
        await kubectl.Run("rollout status deployment/web --timeout=50s");
        Assert.Equal("web:1", (await kubectl.Run("get deployment web -o jsonpath={.spec.template.spec.containers[0].image}")).Output);
        Assert.Equal(["deployment.apps/web", "REVISION CHANGE-CAUSE", "2 <none>", "3 <none>"], (await kubectl.Run("rollout history deployment/web")).Lines);
        Assert.Contains("Image: web:2", (await kubectl.Run("rollout history deployment/web --revision=2")).Lines);
        await kubectl.Run("rollout undo deployment/web --to-revision=2");
        await kubectl.Run("rollout status deployment/web --timeout=50s");
        Assert.Equal("3", (await kubectl.Run("get deployment web -o jsonpath={.status.updatedReplicas}")).Output);
    }

    [Theory, Kubectl]
    public async Task Deployments_stand_still_while_they_are_paused(string version)
    {
        var kubectl = await Server.Session(version);
        await using var nodes = Nodes(kubectl, "node-a");
        await kubectl.Run("create deployment web --image=web:1 --replicas=2");
        await kubectl.Run("rollout status deployment/web --timeout=50s");

        await kubectl.Run("rollout pause deployment/web");
        await kubectl.Run("set image deployment/web web=web:2");
        await kubectl.Run("scale deployment/web --replicas=4");
        await kubectl.Run("wait --for=jsonpath={.status.readyReplicas}=4 deployment/web --timeout=50s");
        Assert.Equal("DeploymentPaused", (await kubectl.Run("get deployment web -o jsonpath={.status.conditions[?(@.type==\"Progressing\")].reason}")).Output);
        Assert.Equal("web:1", (await kubectl.Run("get replicasets -o jsonpath={.items[*].spec.template.spec.containers[0].image}")).Output);

        await kubectl.Run("rollout resume deployment/web");
        await kubectl.Run("rollout status deployment/web --timeout=50s");
        Assert.Equal("web:2 web:2 web:2 web:2", (await kubectl.Run("get pods --field-selector=status.phase=Running -o jsonpath={.items[*].spec.containers[0].image}")).Output);

        await kubectl.Run("rollout restart deployment/web");
        await kubectl.Run("rollout status deployment/web --timeout=50s");
        Assert.Equal("3", (await kubectl.Run("get deployment web -o jsonpath={.metadata.annotations.deployment\\.kubernetes\\.io/revision}")).Output);
    }

    [Theory, Kubectl]
    public async Task Deployments_say_that_they_are_late_and_recover(string version)
    {
        var kubectl = await Server.Session(version);
        await using var nodes = Nodes(kubectl, "node-a");
        await kubectl.Run("create deployment web --image=web:1");
        await kubectl.Run("rollout status deployment/web --timeout=50s");

        await kubectl.Run("""patch deployment web -p '{"spec": {"progressDeadlineSeconds": 2}}'""");
        await kubectl.Run("set image deployment/web web=broken");
        Assert.EndsWith("error: deployment \"web\" exceeded its progress deadline", await kubectl.Fail("rollout status deployment/web --timeout=50s"), StringComparison.Ordinal);
        await kubectl.Run("""patch deployment web -p '{"spec": {"progressDeadlineSeconds": 600}}'""");
        await kubectl.Run("rollout undo deployment/web");
        await kubectl.Run("rollout status deployment/web --timeout=50s");
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Stateful_sets_go_forth_and_back(string version)
    {
        var kubectl = await Server.Session(version);
        await using var nodes = Nodes(kubectl, "node-a");
        await kubectl.Run("create -f -", $$$"""
            {"apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": {"name": "web"},
             "spec": {"replicas": 2, "serviceName": "web", "selector": {"matchLabels": {"app": "web"}}, "template": {{{Template}}} } }
            """);
        Assert.Contains("roll out complete: 2 new pods have been updated", (await kubectl.Run("rollout status statefulset/web --timeout=50s")).Output, StringComparison.Ordinal);

        await kubectl.Run("set image statefulset/web main=web:2");
        await kubectl.Run("rollout status statefulset/web --timeout=50s");
        Assert.Equal("web:2 web:2", (await kubectl.Run("get pods -o jsonpath={.items[*].spec.containers[0].image}")).Output);
        Assert.Equal(["statefulset.apps/web", "REVISION CHANGE-CAUSE", "1 <none>", "2 <none>"], (await kubectl.Run("rollout history statefulset/web")).Lines);

        Assert.Equal("statefulset.apps/web rolled back\n", (await kubectl.Run("rollout undo statefulset/web")).Output);
        await kubectl.Run("rollout status statefulset/web --timeout=50s");
        Assert.Equal("web:1 web:1", (await kubectl.Run("get pods -o jsonpath={.items[*].spec.containers[0].image}")).Output);
        Assert.Equal(["statefulset.apps/web", "REVISION CHANGE-CAUSE", "2 <none>", "3 <none>"], (await kubectl.Run("rollout history statefulset/web")).Lines);

        await kubectl.Run("scale statefulset/web --replicas=3");
        await kubectl.Run("wait --for=jsonpath={.status.readyReplicas}=3 statefulset/web --timeout=50s");
        await kubectl.Run("rollout restart statefulset/web");
        await kubectl.Run("rollout status statefulset/web --timeout=50s");
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Daemon_sets_go_forth_and_back(string version)
    {
        var kubectl = await Server.Session(version);
        var names = new[] { $"{kubectl.Namespace}-x", $"{kubectl.Namespace}-y" };
        foreach (var node in names)
        {
            await kubectl.Run("create -f -", $$$"""
                {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "{{{node}}}", "labels": {"for": "{{{kubectl.Namespace}}}"} } }
                """);
            await kubectl.Run($$$"""patch node {{{node}}} --subresource=status --type=merge -p '{"status": {"allocatable": {"cpu": "4", "memory": "8Gi", "pods": "110"}, "conditions": [{"type": "Ready", "status": "True"}]} }'""");
        }

        await using var nodes = Nodes(kubectl, bindsTo: null);
        await kubectl.Run("create -f -", $$$"""
            {"apiVersion": "apps/v1", "kind": "DaemonSet", "metadata": {"name": "web"},
             "spec": {"selector": {"matchLabels": {"app": "web"}}, "template": {"metadata": {"labels": {"app": "web"}},
                "spec": {"nodeSelector": {"for": "{{{kubectl.Namespace}}}"}, "containers": [{"name": "main", "image": "web:1"}]} } } }
            """);
        Assert.EndsWith("daemon set \"web\" successfully rolled out\n", (await kubectl.Run("rollout status daemonset/web --timeout=50s")).Output, StringComparison.Ordinal);
        Assert.Equal(names, (await kubectl.Run("get pods -o jsonpath={.items[*].spec.nodeName}")).Output.Split(' ').Order(StringComparer.Ordinal));

        await kubectl.Run("set image daemonset/web main=web:2");
        await kubectl.Run("rollout status daemonset/web --timeout=50s");
        Assert.Equal("web:2 web:2", (await kubectl.Run("get pods -o jsonpath={.items[*].spec.containers[0].image}")).Output);
        Assert.Equal("daemonset.apps/web rolled back\n", (await kubectl.Run("rollout undo daemonset/web")).Output);
        await kubectl.Run("rollout status daemonset/web --timeout=50s");
        Assert.Equal(["daemonset.apps/web", "REVISION CHANGE-CAUSE", "2 <none>", "3 <none>"], (await kubectl.Run("rollout history daemonset/web")).Lines);
        Assert.Contains("skipped rollback", (await kubectl.Run("rollout undo daemonset/web --to-revision=3")).Output, StringComparison.Ordinal);
        await kubectl.Run("rollout restart daemonset/web");
        await kubectl.Run("rollout status daemonset/web --timeout=50s");
        await kubectl.Run($"delete node {names[0]} {names[1]}");
    }

    private PodLoop Nodes(KubectlSession kubectl, string? bindsTo) => new PodLoop(
        new ApiClient(HttpTransport.Connect(Kubeconfig.Read(Server.Process.Kubeconfig), TimeProvider.System), "nodes"), kubectl.Namespace, bindsTo).Start();
}
