using CloudletK8s.Api.Networking.V1;
using CloudletK8s.TestKit.Rules;

namespace CloudletK8s.Api.Tests.Networking;

public class IngressGiven
{
    private const string Backend = "'backend':{'service':{'name':'web','port':{'number':80}}}";
    private const string Web = "{'metadata':{'name':'web','namespace':'d'},'spec':{'rules':[{'host':'a.io','http':{'paths':[{'path':'/','pathType':'Prefix'," + Backend + "}]}}]}}";

    private readonly RuledKind<Ingress> _ingresses = new();
    private readonly RuledKind<IngressClass> _classes = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("{'spec':{'rules':null}}", "spec: Invalid value: []networking.IngressRule(nil): either `defaultBackend` or `rules` must be specified")]
    [InlineData("{'spec':{'rules':[{'host':'1.2.3.4'}]}}", "spec.rules[0].host: Invalid value: \"1.2.3.4\": must be a DNS name, not an IP address")]
    [InlineData("{'spec':{'rules':[{'http':{'paths':[]}}]}}", "spec.rules[0].http.paths: Required value")]
    [InlineData("{'spec':{'rules':[{'http':{'paths':[{'path':'/'," + Backend + "}]}}]}}", "spec.rules[0].http.paths[0].pathType: Required value: pathType must be specified")]
    [InlineData("{'spec':{'rules':[{'http':{'paths':[{'path':'x','pathType':'Exact'," + Backend + "}]}}]}}", "spec.rules[0].http.paths[0].path: Invalid value: \"x\": must be an absolute path")]
    [InlineData("{'spec':{'rules':[{'http':{'paths':[{'path':'/a//b','pathType':'Exact'," + Backend + "}]}}]}}", "spec.rules[0].http.paths[0].path: Invalid value: \"/a//b\": must not contain '//'")]
    [InlineData("{'spec':{'defaultBackend':{'service':{'name':'web'}}}}", "spec.defaultBackend: Required value: port name or number is required")]
    [InlineData("{'spec':{'defaultBackend':{}}}", "spec.defaultBackend: Invalid value: \"\": resource or service backend is required")]
    [InlineData("{'spec':{'defaultBackend':{'service':{'name':'web','port':{'number':70000}}}}}", "spec.defaultBackend.service.port.number: Invalid value: 70000: must be between 1 and 65535, inclusive")]
    [InlineData("{'spec':{'ingressClassName':'x'},'metadata':{'annotations':{'kubernetes.io/ingress.class':'y'}}}", "annotations.kubernetes.io/ingress.class: Invalid value: \"y\": must match `ingressClassName` when both are specified")]
    public void Is_checked(string change, params string[] errors) => Assert.Equal(errors, _ingresses.ErrorsOfCreating(Web, change));

    [Theory]
    [InlineData("{}")]
    [InlineData("{'spec':{'controller':'plain'}}", "spec.controller: Invalid value: \"plain\": must be a domain-prefixed path (such as \"acme.io/foo\")")]
    [InlineData("{'spec':{'parameters':{'kind':'K','name':'n','scope':'Namespace'}}}", "spec.parameters.namespace: Required value: `parameters.scope` is set to 'Namespace'")]
    [InlineData("{'spec':{'parameters':{'kind':'K','name':'n','namespace':'d'}}}", "spec.parameters.namespace: Forbidden: `parameters.scope` is set to 'Cluster'")]
    public void Names_its_class(string change, params string[] errors) =>
        Assert.Equal(errors, _classes.ErrorsOfCreating("{'metadata':{'name':'c'},'spec':{'controller':'a.io/c'}}", change));

    [Fact]
    public void Keeps_the_controller_of_its_class() => Assert.Equal(
        ["spec.controller: Invalid value: \"b.io/c\": field is immutable"],
        _classes.ErrorsOfUpdating(_classes.Created("{'metadata':{'name':'c'},'spec':{'controller':'a.io/c'}}"), "{'spec':{'controller':'b.io/c'}}"));
}
