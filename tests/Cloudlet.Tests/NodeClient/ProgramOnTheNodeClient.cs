using CloudletK8s.Cloudlet.Tests.Kubectl;
using CloudletK8s.TestKit.Servers;

namespace CloudletK8s.Cloudlet.Tests.NodeClient;

public sealed class ProgramOnTheNodeClient
{
    [Fact]
    public async Task Lists_watches_and_writes_as_with_any_other_cluster()
    {
        var client = await NodeClientProgram.Install();
        await using var server = await CloudletProcess.Start();

        var output = await NodeClientProgram.Run("node", [TestData.Path("node-client.mjs"), client, "node-client"], server.Kubeconfig);

        Assert.Contains("\"add before 0\"", output);
    }
}
