using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Discovery.V1;
using CloudletK8s.Api.Trees;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Core;

public class EndpointRules
{
    private readonly KindGiven<Endpoints> _endpoints = new(
        """{"metadata":{"name":"e","namespace":"n"},"subsets":[{"addresses":[{"ip":"10.1.1.1"}],"ports":[{"port":80}]}]}""");

    private readonly KindGiven<EndpointSlice> _slice = new(
        """{"metadata":{"name":"e","namespace":"n"},"addressType":"IPv4","endpoints":[{"addresses":["10.1.1.1"]}],"ports":[{"port":80}]}""");

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'subsets':[{'ports':[{'port':80}]}]}", "subsets[0]: Required value: must specify `addresses` or `notReadyAddresses`")]
    [InlineData("{'subsets':[{'addresses':[{'ip':'x'}]}]}", "subsets[0].addresses[0].ip: Invalid value: \"x\": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)\nsubsets[0].addresses[0].ip: Invalid value: \"x\": must be a valid IP address")]
    [InlineData("{'subsets':[{'notReadyAddresses':[{'ip':'169.254.1.1'}]}]}", "subsets[0].notReadyAddresses[0].ip: Invalid value: \"169.254.1.1\": may not be in the link-local range (169.254.0.0/16, fe80::/10)")]
    [InlineData("{'subsets':[{'addresses':[{'ip':'224.0.0.9'}]}]}", "subsets[0].addresses[0].ip: Invalid value: \"224.0.0.9\": may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)")]
    [InlineData("{'subsets':[{'addresses':[{'ip':'0.0.0.0'}]}]}", "subsets[0].addresses[0].ip: Invalid value: \"0.0.0.0\": may not be unspecified (0.0.0.0)")]
    [InlineData("{'subsets':[{'addresses':[{'ip':'1.1.1.1'}],'ports':[{'port':1},{'name':'b','port':70000}]}]}", "subsets[0].ports[0].name: Required value\nsubsets[0].ports[1].port: Invalid value: 70000: must be between 1 and 65535, inclusive")]
    public void Endpoints_are_checked(string patch, string expected) => Assert.Equal(expected, _endpoints.CreateErrors(patch));

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'addressType':'IP'}", "addressType: Unsupported value: \"IP\": supported values: \"FQDN\", \"IPv4\", \"IPv6\"")]
    [InlineData("{'endpoints':[{'addresses':[]}]}", "endpoints[0].addresses: Required value: must contain at least 1 address")]
    [InlineData("{'endpoints':[{'addresses':['fd00::1']}]}", "endpoints[0].addresses[0]: Invalid value: \"fd00::1\": must be a valid IPv4 address")]
    [InlineData("{'addressType':'IPv6','endpoints':[{'addresses':['::1']}]}", "endpoints[0].addresses[0]: Invalid value: \"::1\": may not be in the loopback range (127.0.0.0/8, ::1/128)")]
    [InlineData("{'ports':[{'port':1},{'port':2}]}", "ports[1].name: Duplicate value: \"\"")]
    [InlineData("{'endpoints':[{'addresses':['10.1.1.1'],'hints':{'forZones':[{'name':'a'},{'name':'a'}]}}]}", "endpoints[0].hints.forZones[1].name: Duplicate value: \"a\"")]
    public void Slices_are_checked(string patch, string expected) => Assert.Equal(expected, _slice.CreateErrors(patch));

    [Fact]
    public void A_slice_keeps_its_address_type() => Assert.Equal(
        "endpoints[0].addresses[0]: Invalid value: \"10.1.1.1\": must be a valid IPv6 address\naddressType: Invalid value: \"IPv6\": field is immutable",
        _slice.UpdateErrors("{'addressType':'IPv6'}"));

    [Fact]
    public void A_slice_has_ports_with_names_and_protocols_and_no_old_topology()
    {
        var slice = _slice.Prepared("{'endpoints':[{'addresses':['10.1.1.1'],'deprecatedTopology':{'a':'b'}}]}");

        Assert.True(slice.List("ports")![0].SameAs(Json.Object("{'name':'','protocol':'TCP','port':80}")));
        Assert.False(((TreeObject)slice.List("endpoints")![0]).Has("deprecatedTopology"));
    }
}
