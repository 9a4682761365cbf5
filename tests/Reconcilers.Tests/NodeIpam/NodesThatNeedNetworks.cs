using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.NodeIpam;
using CloudletK8s.Store.Memory;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.NodeIpam;

public sealed class NodesThatNeedNetworks
{
    [Fact]
    public async Task Get_one_each()
    {
        await using var plane = await ControlPlane.Start(static services => [new NodeIpamController(services)], new ManualTime());
        for (var i = 0; i < 5; i++)
            await plane.Create(new Node { Metadata = new() { Name = $"n{i}" } });
        await plane.Quiet();

        var nodes = await plane.List<Node>("");
        Assert.Equal(5, nodes.Select(node => node.Spec!.PodCIDR).Distinct().Count());
        Assert.All(nodes, node => Assert.Equal([node.Spec!.PodCIDR!], node.Spec.PodCIDRs!));
        Assert.Contains(nodes, node => node.Spec!.PodCIDR == "10.192.0.0/24");
    }

    [Fact]
    public async Task Share_none_though_two_processes_give_them_out()
    {
        var tables = new MemoryTableStore(isExclusive: false);
        await using var one = await ControlPlane.Start(static services => [new NodeIpamController(services)], tables: tables);
        await using var other = await ControlPlane.Start(static services => [new NodeIpamController(services)], tables: tables);
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => (i % 2 == 0 ? one : other).Create(new Node { Metadata = new() { Name = $"n{i}" } })));

        var nodes = await one.UntilAll<Node>("", static nodes => nodes.Count == 24 && nodes.All(static node => node.Spec?.PodCIDR is { Length: > 0 }));

        Assert.Equal(24, nodes.Select(node => node.Spec!.PodCIDR).Distinct().Count());
    }

    [Fact]
    public async Task Wait_for_one_that_is_given_back()
    {
        await using var plane = await ControlPlane.Start(static services => [new NodeIpamController(services, new("10.1.0.0/23"))], new ManualTime());
        foreach (var name in (string[])["a", "b", "c"])
            await plane.Create(new Node { Metadata = new() { Name = name } });
        await plane.Quiet();
        var without = Assert.Single(await plane.List<Node>(""), node => node.Spec?.PodCIDR is not { Length: > 0 });
        Assert.Contains($"Normal CIDRNotAvailable Node {without.Metadata!.Name} status is now: CIDRNotAvailable", await plane.EventsOf("default", without.Metadata.Name!));

        var leaving = (await plane.List<Node>("")).First(node => node.Spec?.PodCIDR is { Length: > 0 });
        await plane.Delete<Node>("", leaving.Metadata!.Name!);
        await plane.Quiet();

        Assert.Equal(leaving.Spec!.PodCIDR, (await plane.Get<Node>("", without.Metadata.Name!))!.Spec!.PodCIDR);
    }

    [Theory]
    [InlineData("10.192.0.0/11", 24, 8192, "10.192.0.0/24", "10.223.255.0/24")]
    [InlineData("10.244.0.0/16", 24, 256, "10.244.0.0/24", "10.244.255.0/24")]
    [InlineData("fd00:10::/56", 64, 256, "fd00:10::/64", "fd00:10:0:ff::/64")]
    public void Are_served_from_the_range(string range, int prefix, int count, string first, string last)
    {
        var networks = new NodeNetworks(range, prefix);

        Assert.Equal((count, first, last), (networks.Count, networks[0], networks[count - 1]));
        Assert.Equal((count - 1)..count, networks.Touched(last));
        Assert.Equal(0..count, networks.Touched(range));
        Assert.Equal(default, networks.Touched("172.16.0.0/24"));
    }
}
