using CloudletK8s.TestKit.Azurite;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.Cloudlet.Tests.Kubectl;

public sealed class ServerOnAnotherStore
{
    [Theory, Kubectl("", "memory"), Kubectl("", "azurite"), Kubectl("1.27", "memory"), Kubectl("1.33", "azurite")]
    public async Task Serves_kubectl_all_the_same(string version, string store)
    {
        using var data = new TestDirectory();
        var environment = new Dictionary<string, string?> { ["CLOUDLET_AZURITE"] = store == "azurite" ? await AzuriteFixture.Install() : null };
        if (store == "azurite")
            Directory.CreateDirectory(Path.Combine(data.Path, "azurite")); // So that none that happens to run here is taken.
        await using var server = await CloudletProcess.Start(data.Path, ["--store", store], environment);
        using var home = new TestDirectory();
        var kubectl = new KubectlSession(KubectlProgram.Find(version)!, server.Kubeconfig, home.Path, "essence");
        var directory = TestData.Path("thirty-kinds");

        await kubectl.Run("create namespace essence");
        await kubectl.Run($"apply -f {directory}");
        Assert.Equal(30, (await kubectl.Run($"get -f {directory} -o name")).Lines.Count);
        await kubectl.Run("scale deployment web --replicas=6");
        await kubectl.Run("label deployment web tier=front");
        await kubectl.Run("""patch deployment web -p '{"spec":{"template":{"spec":{"containers":[{"name":"side","image":"side:1"}]}}}}'""");
        await kubectl.Run("apply --server-side --force-conflicts -f " + Path.Combine(directory, "configmap.yaml"));
        Assert.Equal(
            "6 side main front",
            (await kubectl.Run("get deployment -l tier=front -o 'jsonpath={.items[0].spec.replicas} {.items[0].spec.template.spec.containers[*].name} {.items[0].metadata.labels.tier}'")).Output);
        Assert.Contains((await kubectl.Run("describe deployment web")).Lines, line => line.StartsWith("Replicas: 6 desired | ", StringComparison.Ordinal));
        await kubectl.Run("delete configmap settings");
        Assert.Equal("Error from server (NotFound): configmaps \"settings\" not found", await kubectl.Fail("get configmap settings"));
        Assert.Equal(0, await server.Terminate());
    }
}
