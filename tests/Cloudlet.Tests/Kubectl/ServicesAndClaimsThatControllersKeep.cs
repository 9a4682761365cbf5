namespace CloudletK8s.Cloudlet.Tests.Kubectl;

public sealed class ServicesAndClaimsThatControllersKeep(KubectlServer server) : KubectlTests(server)
{
    /// <summary>Each look is a kubectl of its own; controllers need a few at most.</summary>
    private const int MostLooks = 100;

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Lead_to_the_pods_that_are_ready(string version)
    {
        var kubectl = await Server.Session(version);
        var node = $"node-{kubectl.Namespace}";
        await kubectl.Run("create -f -", $$$"""{"apiVersion": "v1", "kind": "Node", "metadata": {"name": "{{{node}}}"}}""");
        await kubectl.Run("create -f -", Pod.Replace("\"spec\": {", $"\"spec\": {{\"nodeName\": \"{node}\", ", StringComparison.Ordinal));
        await kubectl.Run("expose pod p --port=8080 --target-port=80");

        await kubectl.Run("""patch pod p --subresource=status --type=merge -p '{"status": {"phase": "Running", "podIP": "10.1.2.3", "podIPs": [{"ip": "10.1.2.3"}], "conditions": [{"type": "Ready", "status": "True"}]}}'""");

        await Until(kubectl, "get endpoints p -o jsonpath={.subsets[0].addresses[0].ip}:{.subsets[0].ports[0].port}", "10.1.2.3:80");
        await Until(kubectl, "get endpointslices -l kubernetes.io/service-name=p -o jsonpath={.items[0].endpoints[0].conditions.ready}", "true");
        Assert.Contains((await kubectl.Run("describe service p")).Lines, line => line.StartsWith("Endpoints: 10.1.2.3:80", StringComparison.Ordinal));

        await kubectl.Run("delete pod p --grace-period=0 --force");
        await Until(kubectl, "get endpoints p -o jsonpath={.subsets}", "");
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Get_a_volume_and_give_it_back(string version)
    {
        var kubectl = await Server.Session(version);
        var storage = $"disk-{kubectl.Namespace}";
        await kubectl.Run("create -f -", $$"""{"apiVersion": "storage.k8s.io/v1", "kind": "StorageClass", "metadata": {"name": "{{storage}}" }, "provisioner": "cloudlet.dev/host-path", "allowVolumeExpansion": true}""");
        await kubectl.Run("create -f -", $$$"""
            {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": {"name": "data"},
             "spec": {"accessModes": ["ReadWriteOnce"], "storageClassName": "{{{storage}}}", "resources": {"requests": {"storage": "1Gi" } } } }
            """);

        await kubectl.Run("wait pvc/data --for=jsonpath={.status.phase}=Bound --timeout=60s");
        var volume = (await kubectl.Run("get pvc data -o jsonpath={.spec.volumeName}")).Output;
        Assert.Equal("1Gi Delete", (await kubectl.Run($"get pv {volume} -o 'jsonpath={{.spec.capacity.storage}} {{.spec.persistentVolumeReclaimPolicy}}'")).Output);

        await kubectl.Run("""patch pvc data --type=merge -p '{"spec": {"resources": {"requests": {"storage": "3Gi"}}}}'""");
        await kubectl.Run("wait pvc/data --for=jsonpath={.status.capacity.storage}=3Gi --timeout=60s");

        await kubectl.Run("delete pvc data");
        await Until(kubectl, $"get pv {volume} --ignore-not-found -o name", "");
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Keep_off_pods_from_a_node_that_is_cordoned(string version)
    {
        var kubectl = await Server.Session(version);
        var node = $"node-{kubectl.Namespace}";
        await kubectl.Run("create -f -", $$$"""{"apiVersion": "v1", "kind": "Node", "metadata": {"name": "{{{node}}}"}}""");

        await kubectl.Run($"cordon {node}");
        await Until(kubectl, $"get node {node} -o jsonpath={{.spec.taints[*].key}}", "node.kubernetes.io/unschedulable");
        await kubectl.Run($"uncordon {node}");
        await Until(kubectl, $"get node {node} -o jsonpath={{.spec.taints[*].key}}", "");
        await Until(kubectl, $"get node {node} -o jsonpath={{.spec.podCIDR}}", text => text.EndsWith(".0/24", StringComparison.Ordinal));
    }

    private static Task Until(KubectlSession kubectl, string command, string output) => Until(kubectl, command, text => text == output);

    private static async Task Until(KubectlSession kubectl, string command, Func<string, bool> holds)
    {
        KubectlResult? last = null;
        for (var look = 0; look < MostLooks; look++)
        {
            last = await kubectl.Try(command);
            if (last.ExitCode == 0 && holds(last.Output))
                return;
        }

        Assert.Fail(last!.ToString());
    }
}
