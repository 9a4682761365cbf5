using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Api.Tests.Core;

public class NodeRules
{
    private readonly KindGiven<Node> _given = new("""{"metadata":{"name":"n1"},"status":{"capacity":{"cpu":"4"}}}""");

    [Fact]
    public void A_node_brings_its_status_and_can_give_all_it_has()
    {
        var node = _given.Prepared();

        Assert.Equal("4", node.Object("status", "allocatable")!.Text("cpu"));
    }

    [Theory]
    [InlineData("{'spec':{'podCIDR':'10.1.0.0/24'}}", "10.1.0.0/24", "10.1.0.0/24")]
    [InlineData("{'spec':{'podCIDRs':['10.1.0.0/24','fd00::/64']}}", "10.1.0.0/24", "10.1.0.0/24,fd00::/64")]
    public void Both_forms_of_its_pod_networks_agree(string patch, string first, string all)
    {
        var spec = _given.Read(patch).Object("spec")!;

        Assert.Equal(first, spec.Text("podCIDR"));
        Assert.Equal(all, string.Join(',', spec.List("podCIDRs")!.Texts()));
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'spec':{'taints':[{'key':'a','effect':'NoSchedule'},{'key':'a','effect':'NoSchedule'}]}}", "metadata.taints[1]: Duplicate value: {\"key\":\"a\",\"effect\":\"NoSchedule\"}: taints must be unique by key and effect pair")]
    [InlineData("{'spec':{'taints':[{'key':'a','effect':'Never'}]}}", "metadata.taints[0].effect: Unsupported value: \"Never\": supported values: \"NoSchedule\", \"PreferNoSchedule\", \"NoExecute\"")]
    [InlineData("{'spec':{'taints':[{'key':'a','effect':''}]}}", "metadata.taints[0].effect: Required value")]
    [InlineData("{'spec':{'podCIDRs':['10.1.0.0/24','10.2.0.0/24']}}", "spec.podCIDRs: Invalid value: []string{\"10.1.0.0/24\", \"10.2.0.0/24\"}: may specify no more than one CIDR for each IP family")]
    [InlineData("{'status':{'capacity':{'cpu':'-1'},'allocatable':{'cpu':'1'}}}", "status.capacity.cpu: Invalid value: \"-1\": must be greater than or equal to 0")]
    public void A_node_is_checked(string patch, string expected) => Assert.Equal(expected, _given.CreateErrors(patch));

    [Theory]
    [InlineData("{'spec':{'podCIDR':'10.9.0.0/24'}}", "spec.podCIDRs: Forbidden: node updates may not change podCIDR except from \"\" to valid")]
    [InlineData("{'spec':{'providerID':'other://1'}}", "spec.providerID: Forbidden: node updates may not change providerID except from \"\" to valid")]
    [InlineData("{'spec':{'unschedulable':true}}", "")]
    public void What_a_node_was_given_stays(string patch, string expected) => Assert.Equal(
        expected, _given.UpdateErrors(patch, stored: "{'spec':{'podCIDR':'10.1.0.0/24','podCIDRs':['10.1.0.0/24'],'providerID':'cloud://1'}}"));

    [Fact]
    public void Addresses_are_given_once() => Assert.Equal(
        "status.addresses[1]: Duplicate value: {\"type\":\"InternalIP\",\"address\":\"1.1.1.1\"}",
        _given.UpdateErrors("{'status':{'addresses':[{'type':'InternalIP','address':'1.1.1.1'},{'type':'InternalIP','address':'1.1.1.1'}]}}", "status"));
}
