using System.Collections.Concurrent;
using CloudletK8s.ApiServer.Tests.Clusters;
using CloudletK8s.Store.Memory;

namespace CloudletK8s.ApiServer.Tests.Allocation;

public sealed class ServicesOfTwoServers
{
    private const string Services = "/api/v1/namespaces/default/services";
    private static readonly ApiServerOptions Narrow = new() { ServiceCidr = "10.96.0.0/25", FirstNodePort = 30000, LastNodePort = 30099 };

    [Fact]
    public async Task Never_share_an_address_or_a_port()
    {
        var tables = new MemoryTableStore();
        await using var first = await TestCluster.Start(tables, Narrow);
        await using var second = await TestCluster.Start(tables, Narrow);
        var addresses = new ConcurrentBag<string>();
        var ports = new ConcurrentBag<long>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            var cluster = writer % 2 == 0 ? first : second;
            for (var i = 0; i < 12; i++)
            {
                var service = await cluster.Create(Services, NodePort($"s-{writer}-{i}"));
                addresses.Add(service.Object("spec")!.Text("clusterIP")!);
                ports.Add(service.Object("spec")!.List("ports")!.Objects().Single().Whole("nodePort")!.Value);
            }
        })));

        Assert.Equal(96, addresses.Distinct().Count());
        Assert.Equal(96, ports.Distinct().Count());
        Assert.DoesNotContain("10.96.0.1", addresses);
    }

    [Fact]
    public async Task Are_told_when_nothing_is_left()
    {
        await using var cluster = await TestCluster.Start(Narrow with { ServiceCidr = "10.96.0.0/29" });
        for (var i = 0; i < 5; i++)
            await cluster.Create(Services, ClusterIP($"s{i}"));

        var refused = await TestCluster.Refused(() => cluster.Create(Services, ClusterIP("last")));
        Assert.Equal("Internal error occurred: failed to allocate a serviceIP: range is full", refused.Message);

        await cluster.Delete($"{Services}/s3");
        await cluster.Create(Services, ClusterIP("last"));
    }

    [Fact]
    public async Task Get_what_they_ask_for_unless_somebody_has_it()
    {
        await using var cluster = await TestCluster.Start();
        var first = await cluster.Create(Services, ClusterIP("a", ",\"clusterIP\":\"10.96.0.77\""));
        Assert.Equal("10.96.0.77", first.Object("spec")!.Text("clusterIP"));

        var taken = await TestCluster.Refused(() => cluster.Create(Services, ClusterIP("b", ",\"clusterIP\":\"10.96.0.77\"")));
        Assert.Contains("failed to allocate IP 10.96.0.77: provided IP is already allocated", taken.Message, StringComparison.Ordinal);
        var outside = await TestCluster.Refused(() => cluster.Create(Services, ClusterIP("b", ",\"clusterIP\":\"11.0.0.1\"")));
        Assert.Contains(
            "the provided IP (11.0.0.1) is not in the valid range. The range of valid IPs is 10.96.0.0/12", outside.Message, StringComparison.Ordinal);
        Assert.Equal(422, (await TestCluster.Refused(() => cluster.Create(Services, ClusterIP("b", ",\"clusterIP\":\"10.96.0.1\"")))).Code);
    }

    [Fact]
    public async Task Give_their_ports_back_when_they_change_their_type()
    {
        await using var cluster = await TestCluster.Start(Narrow with { LastNodePort = 30000 });
        await cluster.Create(Services, NodePort("a"));
        Assert.Contains(
            "failed to allocate a nodePort: range is full",
            (await TestCluster.Refused(() => cluster.Create(Services, NodePort("b")))).Message,
            StringComparison.Ordinal);

        await cluster.Patch($"{Services}/a", """{"spec":{"type":"ClusterIP"} }""");

        await cluster.Create(Services, NodePort("b"));
    }

    [Fact]
    public async Task Take_nothing_in_a_dry_run()
    {
        await using var cluster = await TestCluster.Start(Narrow with { LastNodePort = 30000 });

        await cluster.Run("create", Services, NodePort("a"), null, query: "dryRun");

        await cluster.Create(Services, NodePort("a"));
    }

    private static string ClusterIP(string name, string more = "") =>
        $$"""{"metadata":{"name":"{{name}}"},"spec":{"ports":[{"port":80}]{{more}} } }""";

    private static string NodePort(string name) => ClusterIP(name, ",\"type\":\"NodePort\"");
}
