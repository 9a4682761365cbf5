using System.Text.Json;
using CloudletK8s.ApiServer.Tests.Clusters;

namespace CloudletK8s.ApiServer.Tests.Printing;

public class AutoscalerOfFirstVersion
{
    private const string Path = "/apis/autoscaling/v1/namespaces/default/horizontalpodautoscalers";

    [Fact]
    public async Task Is_printed_as_it_is_stored()
    {
        await using var cluster = await TestCluster.Start(new ApiServerOptions { AdminToken = "secret" });
        await cluster.Create(Path, """
            {"metadata":{"name":"h"},"spec":{"maxReplicas":3,"targetCPUUtilizationPercentage":80,
             "scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"d"}}}
            """);
        using var table = JsonDocument.Parse(await Http.HttpCalls.Get(cluster, Path, "application/json;as=Table;v=v1;g=meta.k8s.io"));
        var cells = table.RootElement.GetProperty("rows")[0].GetProperty("cells").EnumerateArray().Select(cell => cell.ToString()).ToList();
        Assert.Equal(["h", "Deployment/d", "cpu: <unknown>/80%"], cells[..3]);
    }
}
