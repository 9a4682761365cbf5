using System.Diagnostics;

namespace CloudletK8s.Cloudlet.Tests.Kubectl;

public sealed class ObjectsThatKubectlDeletes(KubectlServer server) : KubectlTests(server)
{
    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Go_by_name_by_selector_and_all(string version)
    {
        var kubectl = await Server.Session(version);
        foreach (var name in new[] { "a", "b", "c", "d" })
            await kubectl.Run($"create configmap {name} --from-literal=name={name}");
        await kubectl.Run("label configmap b c group=x");

        Assert.StartsWith("configmap \"a\" deleted", (await kubectl.Run("delete configmap a")).Output);
        await kubectl.Run("delete configmap -l group=x");
        Assert.Equal("configmap/d\n", (await kubectl.Run("get configmap -o name --field-selector metadata.name!=kube-root-ca.crt")).Output);
        await kubectl.Run("delete configmap --all");
        Assert.Equal("", (await kubectl.Run("get configmap -o name --field-selector metadata.name!=kube-root-ca.crt")).Output);
        Assert.Equal("", (await kubectl.Run("delete configmap a --ignore-not-found")).Output);
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Wait_for_their_finalizers(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("create deployment web --image=registry.example/web:1");

        await kubectl.Run("""patch deployment web --type=merge -p '{"metadata":{"finalizers":["example.com/held"]}}'""");
        await kubectl.Run("delete deployment web --wait=false");

        Assert.Equal("example.com/held", (await kubectl.Run("get deployment web -o jsonpath={.metadata.finalizers[0]}")).Output);
        using var waiting = kubectl.Begin("wait --for=delete deployment/web --timeout=30s");
        await kubectl.Run("""patch deployment web --type=json -p '[{"op":"remove","path":"/metadata/finalizers"}]'""");
        await waiting.WaitForExitAsync();

        // A wait that begins after the end says nothing, and is content as well.
        Assert.Equal(0, waiting.ExitCode);
        Assert.Equal("", (await kubectl.Run("get deployment -o name")).Output);
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Give_pods_on_a_node_their_time_to_end(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("create -f -", Pod.Replace("\"spec\": {", "\"spec\": {\"nodeName\": \"gone\", ", StringComparison.Ordinal));

        await kubectl.Run("delete pod p --grace-period=7 --wait=false");
        Assert.Equal("7", (await kubectl.Run("get pod p -o jsonpath={.metadata.deletionGracePeriodSeconds}")).Output);
        var forced = await kubectl.Run("delete pod p --grace-period=0 --force");
        Assert.StartsWith("Warning: Immediate deletion does not wait for confirmation", forced.Errors);
        Assert.Equal("", (await kubectl.Run("get pod -o name")).Output);
    }

    [Theory, Kubectl, Kubectl("1.27"), Kubectl("1.33")]
    public async Task Are_told_to_those_who_watch_and_wait(string version)
    {
        var kubectl = await Server.Session(version);
        await kubectl.Run("create -f -", Pod);
        using var watch = kubectl.Begin("get pods --watch --output-watch-events");
        try
        {
            Assert.StartsWith("EVENT ", await Line(watch));
            Assert.Matches("ADDED +p +0/1 +Pending +0 ", await Line(watch));
            using var waiting = kubectl.Begin("wait --for=condition=Ready pod/p --timeout=30s");
            await kubectl.Run("""patch pod p --subresource=status --type=merge -p '{"status":{"conditions":[{"type":"Ready","status":"True"}]}}'""");
            Assert.Equal("pod/p condition met\n", await waiting.StandardOutput.ReadToEndAsync());
            Assert.Matches("MODIFIED +p +0/1 +Pending +0 ", await Line(watch));
            await kubectl.Run("wait --for=jsonpath={.spec.containers[0].name}=main pod/p --timeout=30s");
            await kubectl.Run("delete pod p");
            Assert.Matches("DELETED +p +0/1 ", await Line(watch));
        }
        finally
        {
            watch.Kill();
        }
    }

    private static async Task<string> Line(Process process) =>
        await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) ?? throw new InvalidOperationException("The output has ended.");
}
