using CloudletK8s.Api.Core.V1;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Core;

public class ServiceThatIsCreated
{
    private const string NotALabel = "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";

    private readonly KindGiven<Service> _given = new(
        """{"metadata":{"name":"web","namespace":"shop"},"spec":{"selector":{"app":"web"},"ports":[{"port":80}]}}""");

    private readonly KindGiven<Service> _dual = new(
        """{"metadata":{"name":"web","namespace":"shop"},"spec":{"selector":{"app":"web"},"ports":[{"port":80}]}}""") { Families = ["IPv4", "IPv6"] };

    [Theory]
    [InlineData("{}", "{'ports':[{'protocol':'TCP','port':80,'targetPort':80}],'selector':{'app':'web'},'type':'ClusterIP','sessionAffinity':'None','internalTrafficPolicy':'Cluster'}")]
    [InlineData("{'spec':{'type':'ExternalName','externalName':'x.y','ports':null,'selector':null}}", "{'externalName':'x.y','type':'ExternalName','sessionAffinity':'None'}")]
    [InlineData("{'spec':{'type':'LoadBalancer','ports':[{'port':80,'targetPort':'http','protocol':'UDP'}],'selector':null}}", "{'ports':[{'protocol':'UDP','port':80,'targetPort':'http'}],'type':'LoadBalancer','sessionAffinity':'None','externalTrafficPolicy':'Cluster','internalTrafficPolicy':'Cluster','allocateLoadBalancerNodePorts':true}")]
    [InlineData("{'spec':{'sessionAffinity':'ClientIP','ports':null,'selector':null}}", "{'type':'ClusterIP','sessionAffinity':'ClientIP','sessionAffinityConfig':{'clientIP':{'timeoutSeconds':10800}},'internalTrafficPolicy':'Cluster'}")]
    [InlineData("{'spec':{'externalIPs':['1.2.3.4'],'ports':null,'selector':null}}", "{'externalIPs':['1.2.3.4'],'type':'ClusterIP','sessionAffinity':'None','externalTrafficPolicy':'Cluster','internalTrafficPolicy':'Cluster'}")]
    public void Has_the_defaults_of_its_type(string patch, string expected)
    {
        var spec = _given.Read(patch).Object("spec");

        Assert.True(Json.Object(expected).SameAs(spec), Json.Text(spec));
    }

    [Theory]
    [InlineData("{}", "SingleStack", "IPv4")]
    [InlineData("{'spec':{'ipFamilyPolicy':'PreferDualStack'}}", "PreferDualStack", "IPv4,IPv6")]
    [InlineData("{'spec':{'ipFamilyPolicy':'RequireDualStack','ipFamilies':['IPv6']}}", "RequireDualStack", "IPv6,IPv4")]
    [InlineData("{'spec':{'clusterIP':'fd00::1'}}", "SingleStack", "IPv6")]
    [InlineData("{'spec':{'clusterIP':'None','selector':null}}", "RequireDualStack", "IPv4,IPv6")]
    [InlineData("{'spec':{'clusterIP':'None'}}", "SingleStack", "IPv4")]
    public void Gets_the_families_that_it_asks_for(string patch, string policy, string families)
    {
        var spec = _dual.Prepared(patch).Object("spec")!;

        Assert.Equal(policy, spec.Text("ipFamilyPolicy"));
        Assert.Equal(families, string.Join(',', spec.List("ipFamilies")!.Texts()));
        Assert.Equal("", _dual.CreateErrors(patch));
    }

    [Fact]
    public void Gets_both_forms_of_its_address()
    {
        var spec = _given.Prepared("{'spec':{'clusterIP':'10.0.0.5'}}").Object("spec")!;

        Assert.Equal(["10.0.0.5"], spec.List("clusterIPs")!.Texts());
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'metadata':{'name':'1web'}}", $"metadata.name: Invalid value: \"1web\": {NotALabel}")]
    [InlineData("{'spec':{'ports':null}}", "spec.ports: Required value")]
    [InlineData("{'spec':{'ports':null,'clusterIP':'None'}}", "")]
    [InlineData("{'spec':{'ports':[{'port':0}]}}", "spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive\nspec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive")]
    [InlineData("{'spec':{'ports':[{'port':80},{'port':81}]}}", "spec.ports[0].name: Required value\nspec.ports[1].name: Required value")]
    [InlineData("{'spec':{'ports':[{'name':'a','port':80},{'name':'a','port':80}]}}", "spec.ports[1].name: Duplicate value: \"a\"\nspec.ports[1]: Duplicate value: {\"protocol\":\"TCP\",\"port\":80}")]
    [InlineData("{'spec':{'ports':[{'port':80,'targetPort':'a--b'}]}}", "spec.ports[0].targetPort: Invalid value: \"a--b\": must not contain consecutive hyphens")]
    [InlineData("{'spec':{'ports':[{'port':80,'nodePort':30080}]}}", "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'")]
    [InlineData("{'spec':{'ports':[{'port':80,'protocol':'HTTP'}]}}", "spec.ports[0].protocol: Unsupported value: \"HTTP\": supported values: \"SCTP\", \"TCP\", \"UDP\"")]
    [InlineData("{'spec':{'type':'NodePort','clusterIP':'None'}}", "spec.clusterIPs[0]: Invalid value: \"None\": may not be set to 'None' for NodePort services")]
    [InlineData("{'spec':{'type':'Other'}}", "spec.type: Unsupported value: \"Other\": supported values: \"ClusterIP\", \"ExternalName\", \"LoadBalancer\", \"NodePort\"")]
    [InlineData("{'spec':{'type':'ExternalName'}}", "spec.externalName: Required value")]
    [InlineData("{'spec':{'type':'ExternalName','externalName':'db.example.com.'}}", "")]
    [InlineData("{'spec':{'type':'ExternalName','externalName':'a.b','clusterIP':'10.0.0.1'}}", "spec.clusterIPs: Forbidden: may not be set for ExternalName services")]
    [InlineData("{'spec':{'sessionAffinity':'ClientIP','sessionAffinityConfig':{'clientIP':{'timeoutSeconds':86401}}}}", "spec.sessionAffinityConfig.clientIP.timeoutSeconds: Invalid value: 86401: must be greater than 0 and less than 86400")]
    [InlineData("{'spec':{'externalIPs':['127.0.0.1','x']}}", "spec.externalIPs[0]: Invalid value: \"127.0.0.1\": may not be in the loopback range (127.0.0.0/8, ::1/128)\nspec.externalIPs[1]: Invalid value: \"x\": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)")]
    [InlineData("{'spec':{'loadBalancerSourceRanges':['1.2.3.0/24']}}", "spec.LoadBalancerSourceRanges: Forbidden: may only be used when `type` is 'LoadBalancer'")]
    [InlineData("{'spec':{'type':'LoadBalancer','loadBalancerSourceRanges':['1.2.3.0/33',' 1.2.3.0/24 ']}}", "spec.LoadBalancerSourceRanges[0]: Invalid value: \"1.2.3.0/33\": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)")]
    [InlineData("{'spec':{'loadBalancerClass':'x/y'}}", "spec.loadBalancerClass: Forbidden: may only be used when `type` is 'LoadBalancer'")]
    [InlineData("{'spec':{'externalTrafficPolicy':'Local'}}", "spec.externalTrafficPolicy: Invalid value: \"Local\": may only be set for externally-accessible services")]
    [InlineData("{'spec':{'type':'LoadBalancer','externalTrafficPolicy':'Local'}}", "")]
    [InlineData("{'spec':{'healthCheckNodePort':30000}}", "spec.healthCheckNodePort: Invalid value: 30000: may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'")]
    [InlineData("{'spec':{'internalTrafficPolicy':'Near'}}", "spec.internalTrafficPolicy: Unsupported value: \"Near\": supported values: \"Cluster\", \"Local\"")]
    [InlineData("{'spec':{'trafficDistribution':'Near'}}", "spec.trafficDistribution: Unsupported value: \"Near\": supported values: \"PreferClose\"")]
    [InlineData("{'spec':{'clusterIP':'10.0.0.300'}}", "spec.clusterIPs[0]: Invalid value: \"10.0.0.300\": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)")]
    [InlineData("{'spec':{'clusterIPs':['10.0.0.3']}}", "spec.clusterIPs: Invalid value: []string{\"10.0.0.3\"}: must be empty when `clusterIP` is not specified")]
    [InlineData("{'spec':{'ipFamilies':['IPv6']}}", "spec.ipFamilies[0]: Invalid value: \"IPv6\": not configured on this cluster")]
    [InlineData("{'spec':{'ipFamilyPolicy':'RequireDualStack'}}", "spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\": this cluster is not configured for dual-stack services")]
    [InlineData("{'spec':{'ipFamilies':['IPv4','IPv6']}}", "spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified")]
    [InlineData("{'spec':{'clusterIP':'fd00::1'}}", "spec.clusterIPs[0]: Invalid value: []string{\"fd00::1\"}: IPv6 is not configured on this cluster")]
    public void Is_refused_for_what_is_wrong(string patch, string expected) => Assert.Equal(expected, _given.CreateErrors(patch));

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'spec':{'externalName':'a.b'}}", "spec.externalName is ignored when spec.type is not \"ExternalName\"")]
    [InlineData("{'metadata':{'annotations':{'service.kubernetes.io/topology-aware-hints':'auto'}}}", "annotation service.kubernetes.io/topology-aware-hints is deprecated, please use service.kubernetes.io/topology-mode instead")]
    [InlineData("{'spec':{'externalIPs':['2001:DB8::1']}}", "spec.externalIPs[0]: IPv6 address \"2001:DB8::1\" is not in RFC 5952 canonical format (\"2001:db8::1\"), which may cause controller apply-loops")]
    public void Warns(string patch, string expected) => Assert.Equal(expected, _given.Warnings(patch));
}
