using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Trees;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Core;

public class ServiceThatIsUpdated
{
    private readonly KindGiven<Service> _given = new(
        """
        {"metadata":{"name":"web","namespace":"shop"},
         "spec":{"type":"LoadBalancer","clusterIP":"10.0.0.5","selector":{"app":"web"},"ports":[{"name":"http","port":80,"nodePort":30080}]}}
        """);

    private readonly KindGiven<Service> _dual = new(
        """
        {"metadata":{"name":"web","namespace":"shop"},
         "spec":{"clusterIP":"10.0.0.5","clusterIPs":["10.0.0.5","fd00::5"],"ipFamilyPolicy":"PreferDualStack","ports":[{"port":80}]}}
        """) { Families = ["IPv4", "IPv6"] };

    [Fact]
    public void Keeps_addresses_and_node_ports_that_the_client_left_out()
    {
        var spec = _given.Updated("{'spec':{'clusterIP':null,'clusterIPs':null,'ports':[{'name':'http','port':8080}]}}").Object("spec")!;

        Assert.Equal("10.0.0.5", spec.Text("clusterIP"));
        Assert.Equal(["10.0.0.5"], spec.List("clusterIPs")!.Texts());
        Assert.Equal(30080, ((TreeObject)spec.List("ports")![0]).Whole("nodePort"));
    }

    [Fact]
    public void Loses_what_another_type_cannot_have()
    {
        var updated = _given.Updated("{'spec':{'type':'ClusterIP'}}", stored: "{'status':{'loadBalancer':{'ingress':[{'ip':'1.2.3.4'}]}}}");

        Assert.Equal(
            "{'ports':[{'name':'http','protocol':'TCP','port':80,'targetPort':80}],'selector':{'app':'web'},'clusterIP':'10.0.0.5','clusterIPs':['10.0.0.5'],'type':'ClusterIP','sessionAffinity':'None','ipFamilies':['IPv4'],'ipFamilyPolicy':'SingleStack','internalTrafficPolicy':'Cluster'}",
            Json.Text(updated.Object("spec")).Replace('"', '\''));
        Assert.Equal("{'loadBalancer':{}}", Json.Text(updated.Object("status")).Replace('"', '\''));
    }

    [Fact]
    public void Gives_up_its_addresses_for_an_external_name()
    {
        var spec = _given.Updated("{'spec':{'type':'ExternalName','externalName':'a.b'}}").Object("spec")!;

        Assert.False(spec.Has("clusterIP"));
        Assert.False(spec.Has("clusterIPs"));
        Assert.False(spec.Has("ipFamilies"));
        Assert.Equal("", _given.UpdateErrors("{'spec':{'type':'ExternalName','externalName':'a.b'}}"));
    }

    [Fact]
    public void Gives_up_its_second_address_for_a_single_stack()
    {
        var spec = _dual.Updated("{'spec':{'ipFamilyPolicy':'SingleStack'}}").Object("spec")!;

        Assert.Equal(["10.0.0.5"], spec.List("clusterIPs")!.Texts());
        Assert.Equal(["IPv4"], spec.List("ipFamilies")!.Texts());
        Assert.Equal("", _dual.UpdateErrors("{'spec':{'ipFamilyPolicy':'SingleStack'}}"));
    }

    [Theory]
    [InlineData("{'spec':{'selector':{'app':'other'}}}", "")]
    [InlineData("{'spec':{'clusterIP':'10.0.0.6'}}", "spec.clusterIPs[0]: Invalid value: []string{\"10.0.0.6\"}: may not change once set")]
    [InlineData("{'spec':{'clusterIP':'None','clusterIPs':['None'],'type':'ClusterIP'}}", "spec.clusterIPs[0]: Invalid value: []string{\"None\"}: may not change once set")]
    [InlineData("{'spec':{'loadBalancerClass':'a/b'}}", "spec.loadBalancerClass: Invalid value: \"a/b\": may not change once set")]
    [InlineData("{'spec':{'ipFamilies':['IPv6'],'clusterIP':'fd00::1','clusterIPs':['fd00::1']}}", "spec.ipFamilies[0]: Invalid value: \"IPv6\": not configured on this cluster")]
    [InlineData("{'metadata':{'name':'other'}}", "metadata.name: Invalid value: \"other\": field is immutable")]
    public void Is_refused_for_what_cannot_change(string patch, string expected) => Assert.Equal(expected, _given.UpdateErrors(patch));

    [Theory]
    [InlineData("{'spec':{'clusterIPs':['10.0.0.5']}}", "spec.ipFamilyPolicy: Invalid value: \"PreferDualStack\": must be 'SingleStack' to release the secondary cluster IP")]
    [InlineData("{'spec':{'clusterIPs':['10.0.0.5','fd00::6']}}", "spec.clusterIPs[1]: Invalid value: []string{\"10.0.0.5\", \"fd00::6\"}: may not change once set")]
    public void With_two_stacks_is_refused_for_what_cannot_change(string patch, string expected) => Assert.Equal(expected, _dual.UpdateErrors(patch));

    [Theory]
    [InlineData("{'status':{'loadBalancer':{'ingress':[{'ip':'1.2.3.4'}]}}}", "")]
    [InlineData("{'status':{'loadBalancer':{'ingress':[{'hostname':'1.2.3.4'}]}}}", "status.loadBalancer.ingress[0].hostname: Invalid value: \"1.2.3.4\": must be a DNS name, not an IP address")]
    [InlineData("{'status':{'loadBalancer':{'ingress':[{'hostname':'a.b','ipMode':'VIP'}]}}}", "status.loadBalancer.ingress[0].ipMode: Forbidden: may not be specified when `ip` is not set")]
    public void In_its_status_is_checked(string patch, string expected) => Assert.Equal(expected, _given.UpdateErrors(patch, "status"));
}
