using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.Cloudlet.Tests.Kubectl;

public sealed class ObjectsThatKubectlChanges(KubectlServer server) : KubectlTests(server)
{
    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Take_commands_one_after_the_other(string version)
    {
        var kubectl = await Server.Session(version);

        Assert.Equal("deployment.apps/web created\n", (await kubectl.Run("create deployment web --image=registry.example/web:1 --replicas=2")).Output);
        Assert.Equal("deployment.apps/web scaled\n", (await kubectl.Run("scale deployment web --replicas=5 --current-replicas=2")).Output);
        Assert.Equal("deployment.apps/web image updated\n", (await kubectl.Run("set image deployment/web web=registry.example/web:2")).Output);
        Assert.Equal("deployment.apps/web labeled\n", (await kubectl.Run("label deployment web tier=front")).Output);
        Assert.Equal("error: 'tier' already has a value (front), and --overwrite is false", await kubectl.Fail("label deployment web tier=back"));
        Assert.Equal("deployment.apps/web unlabeled\n", (await kubectl.Run("label deployment web tier-")).Output);
        Assert.StartsWith("deployment.apps/web annotate", (await kubectl.Run("annotate deployment web owner=me")).Output);
        Assert.Equal("deployment.apps/web env updated\n", (await kubectl.Run("set env deployment/web MODE=fast")).Output);
        Assert.Equal("deployment.apps/web resource requirements updated\n", (await kubectl.Run("set resources deployment web --limits=cpu=1")).Output);
        Assert.Equal("deployment.apps/web paused\n", (await kubectl.Run("rollout pause deployment web")).Output);
        Assert.Equal("service/web exposed\n", (await kubectl.Run("expose deployment web --port=80")).Output);
        Assert.Equal("horizontalpodautoscaler.autoscaling/web autoscaled\n", (await kubectl.Run("autoscale deployment web --min=1 --max=8")).Output);
        Assert.Equal(
            "5 registry.example/web:2 MODE 1 true me",
            (await kubectl.Run("""
                get deployment web -o 'jsonpath={.spec.replicas} {.spec.template.spec.containers[0].image} {.spec.template.spec.containers[0].env[0].name} {.spec.template.spec.containers[0].resources.limits.cpu} {.spec.paused} {.metadata.annotations.owner}'
                """.Trim())).Output);
        Assert.Equal("7", (await kubectl.Run("get deployment web -o jsonpath={.metadata.generation}")).Output);
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Take_patches_of_all_types(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("create deployment web --image=registry.example/web:1");

        await kubectl.Run("""patch deployment web -p '{"spec":{"template":{"spec":{"containers":[{"name":"side","image":"side:1"}]}}}}'""");
        await kubectl.Run("""patch deployment web --type=merge -p '{"spec":{"minReadySeconds":5,"strategy":{"rollingUpdate":{"maxSurge":2}}}}'""");
        await kubectl.Run("""patch deployment web --type=json -p '[{"op":"test","path":"/spec/replicas","value":1},{"op":"replace","path":"/spec/replicas","value":7}]'""");
        await kubectl.Run("apply --server-side --field-manager=other -f -", """
            {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "web", "annotations": {"by": "apply"}}}
            """);
        Assert.Equal(
            "deployment.apps/web patched (no change)\n",
            (await kubectl.Run("""patch deployment web --type=merge -p '{"spec":{"minReadySeconds":5}}'""")).Output);

        Assert.Equal(
            "side web 5 2 25% 7 apply",
            (await kubectl.Run("get deployment web -o 'jsonpath={.spec.template.spec.containers[*].name} {.spec.minReadySeconds} "
                + "{.spec.strategy.rollingUpdate.maxSurge} {.spec.strategy.rollingUpdate.maxUnavailable} {.spec.replicas} {.metadata.annotations.by}'")).Output);
        Assert.Equal(
            "The request is invalid: the server rejected our request due to an error in our request",
            await kubectl.Fail("""patch deployment web --type=json -p '[{"op":"test","path":"/spec/replicas","value":8}]'"""));
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Are_edited_with_the_users_editor(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("create configmap c --from-literal=color=blue");

        var edited = await kubectl.Run("edit configmap c", editor: "sed -i s/blue/red/");

        Assert.Equal("configmap/c edited\n", edited.Output);
        Assert.Equal("red", (await kubectl.Run("get configmap c -o jsonpath={.data.color}")).Output);
        Assert.Equal("Edit cancelled, no changes made.\n", (await kubectl.Run("edit configmap c", editor: "true")).Errors);
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Are_applied_compared_and_pruned_by_what_was_applied_before(string version)
    {
        var kubectl = await Server.Session(version);
        const string first = """{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}, "data": {"color": "blue", "size": "1"}}""";
        const string second = """{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}, "data": {"color": "red"}}""";
        using var directory = new TestDirectory();
        var file = Path.Combine(directory.Path, "c.json");
        await File.WriteAllTextAsync(file, first);

        Assert.Equal("configmap/c created\n", (await kubectl.Run("apply -f -", first)).Output);
        Assert.Equal("configmap/c unchanged\n", (await kubectl.Run("apply -f -", first)).Output);
        Assert.Equal("", (await kubectl.Run($"diff -f {file}")).Output);
        await kubectl.Run("""patch configmap c --type=merge -p '{"data":{"kept":"yes"}}'""");

        await File.WriteAllTextAsync(file, second);
        var difference = await kubectl.Try($"diff -f {file}");
        Assert.Equal(1, difference.ExitCode);
        Assert.Contains("-  color: blue\n", difference.Output);
        Assert.Contains("+  color: red\n", difference.Output);
        Assert.Contains("-  size: \"1\"\n", difference.Output);
        Assert.DoesNotContain("-  kept", difference.Output);

        Assert.Equal("configmap/c configured\n", (await kubectl.Run("apply -f -", second)).Output);
        Assert.Equal("""{"color":"red","kept":"yes"}""", (await kubectl.Run("get configmap c -o jsonpath={.data}")).Output);
        Assert.Equal("configmap/c configured (server dry run)\n", (await kubectl.Run("apply --dry-run=server -f -", first)).Output);
        Assert.Equal("red", (await kubectl.Run("get configmap c -o jsonpath={.data.color}")).Output);
        Assert.Equal("configmap/c replaced\n", (await kubectl.Run("replace -f -", first)).Output);
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Belong_to_those_who_applied_them_to_the_server(string version)
    {
        var kubectl = await Server.Session(version);
        const string mine = """{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}, "data": {"color": "blue"}}""";
        const string theirs = """{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}, "data": {"color": "red"}}""";

        Assert.Equal("configmap/c serverside-applied\n", (await kubectl.Run("apply --server-side -f -", mine)).Output);
        var conflict = await kubectl.Fail("apply --server-side --field-manager=they -f -", theirs);
        Assert.StartsWith("error: Apply failed with 1 conflict: conflict with \"kubectl\": .data.color\n", conflict);
        Assert.Equal(
            "configmap/c serverside-applied\n",
            (await kubectl.Run("apply --server-side --field-manager=they --force-conflicts -f -", theirs)).Output);
        Assert.Equal("they", (await kubectl.Run("get configmap c --show-managed-fields -o 'jsonpath={.metadata.managedFields[*].manager}'")).Output);
    }
}
