using CloudletK8s.Api.Networking.V1;
using CloudletK8s.TestKit.Rules;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Networking;

public class NetworkPolicyGiven
{
    private const string Deny = "{'metadata':{'name':'deny','namespace':'d'},'spec':{'podSelector':{}}}";

    private readonly RuledKind<NetworkPolicy> _policies = new();

    [Theory]
    [InlineData("{}", """["Ingress"]""")]
    [InlineData("{'spec':{'egress':[{}]}}", """["Ingress","Egress"]""")]
    [InlineData("{'spec':{'egress':[{}],'policyTypes':['Egress']}}", """["Egress"]""")]
    public void Knows_what_it_restricts(string change, string types) =>
        Assert.Equal(types, Json.Text(_policies.Read(Deny, change).Object("spec")!["policyTypes"]));

    [Theory]
    [InlineData("{'spec':{'ingress':[{'ports':[{'port':80}],'from':[{'podSelector':{}}]}]}}")]
    [InlineData("{'spec':{'ingress':[{'ports':[{'port':80,'endPort':70}]}]}}", "spec.ingress[0].ports[0].endPort: Invalid value: 70: must be greater than or equal to `port`")]
    [InlineData("{'spec':{'ingress':[{'ports':[{'port':'http','endPort':70}]}]}}", "spec.ingress[0].ports[0].endPort: Invalid value: 70: may not be specified when `port` is non-numeric")]
    [InlineData("{'spec':{'ingress':[{'ports':[{'protocol':'ICMP'}]}]}}", "spec.ingress[0].ports[0].protocol: Unsupported value: \"ICMP\": supported values: \"TCP\", \"UDP\", \"SCTP\"")]
    [InlineData("{'spec':{'ingress':[{'from':[{}]}]}}", "spec.ingress[0].from[0]: Required value: must specify a peer")]
    [InlineData("{'spec':{'egress':[{'to':[{'ipBlock':{'cidr':'10.0.0.0/8'},'podSelector':{}}]}]}}", "spec.egress[0].to[0]: Forbidden: may not specify both ipBlock and another peer")]
    [InlineData("{'spec':{'egress':[{'to':[{'ipBlock':{'cidr':'10.0.0.0/8','except':['10.1.0.0/16','11.0.0.0/16','10.0.0.0/8']}}]}]}}", "spec.egress[0].to[0].ipBlock.except[1]: Invalid value: \"11.0.0.0/16\": must be a strict subset of `cidr`", "spec.egress[0].to[0].ipBlock.except[2]: Invalid value: \"10.0.0.0/8\": must be a strict subset of `cidr`")]
    [InlineData("{'spec':{'egress':[{'to':[{'ipBlock':{'cidr':'10.0.0.0'}}]}]}}", "spec.egress[0].to[0].ipBlock.cidr: Invalid value: \"10.0.0.0\": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)")]
    [InlineData("{'spec':{'policyTypes':['Sideways']}}", "spec.policyTypes[0]: Unsupported value: \"Sideways\": supported values: \"Ingress\", \"Egress\"")]
    public void Is_checked(string change, params string[] errors) => Assert.Equal(errors, _policies.ErrorsOfCreating(Deny, change));
}
