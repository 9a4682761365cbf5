using CloudletK8s.Api.Autoscaling.V2;
using CloudletK8s.TestKit.Rules;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Autoscaling;

public class AutoscalerGiven
{
    private const string Web = "{'metadata':{'name':'web','namespace':'d'},'spec':{'scaleTargetRef':{'kind':'Deployment','name':'web'},'maxReplicas':5}}";

    private readonly RuledKind<HorizontalPodAutoscaler> _autoscalers = new();

    [Fact]
    public void Measures_the_processor_unless_told_otherwise()
    {
        var spec = _autoscalers.Read(Web).Object("spec")!;

        Assert.Equal(1, spec.Whole("minReplicas"));
        Assert.Equal("""[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":80}}}]""", Json.Text(spec["metrics"]));
        Assert.False(spec.Has("behavior"));
        Assert.Empty(_autoscalers.ErrorsOfCreating(Web));
    }

    [Fact]
    public void Completes_the_behavior_that_is_spoken_of()
    {
        var behavior = _autoscalers.Read(Web.Replace("'maxReplicas'", "'behavior':{'scaleDown':{'selectPolicy':'Disabled'}},'maxReplicas'")).Object("spec", "behavior")!;

        Assert.True(Json.Tree("""{"selectPolicy":"Max","stabilizationWindowSeconds":0,"policies":[{"type":"Pods","value":4,"periodSeconds":15},{"type":"Percent","value":100,"periodSeconds":15}]}""").SameAs(behavior["scaleUp"]));
        Assert.True(Json.Tree("""{"selectPolicy":"Disabled","policies":[{"type":"Percent","value":100,"periodSeconds":15}]}""").SameAs(behavior["scaleDown"]));
    }

    [Theory]
    [InlineData("{'spec':{'minReplicas':0}}", "spec.minReplicas: Invalid value: 0: must be greater than or equal to 1", "spec.metrics: Forbidden: must specify at least one Object or External metric to support scaling to zero replicas")]
    [InlineData("{'spec':{'maxReplicas':0}}", "spec.maxReplicas: Invalid value: 0: must be greater than 0", "spec.maxReplicas: Invalid value: 0: must be greater than or equal to `minReplicas`")]
    [InlineData("{'spec':{'scaleTargetRef':{'name':'a/b'}}}", "spec.scaleTargetRef.name: Invalid value: \"a/b\": may not contain '/'")]
    [InlineData("{'spec':{'metrics':[{'type':'Pods'}]}}", "spec.metrics[0].pods: Required value: must populate information for the given metric source")]
    [InlineData("{'spec':{'metrics':[{'type':'Resource','resource':{'name':'cpu','target':{'type':'Value','averageUtilization':0}}}]}}", "spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater than 0")]
    [InlineData("{'spec':{'metrics':[{'type':'Resource','resource':{'name':'cpu','target':{'type':'AverageValue','averageValue':'-1'}}}]}}", "spec.metrics[0].resource.target.averageValue: Invalid value: -1: must be positive")]
    [InlineData("{'spec':{'behavior':{'scaleUp':{'policies':[{'type':'Nodes','value':1,'periodSeconds':1801}]}}}}", "spec.behavior.scaleUp.policies[0].type: Unsupported value: \"Nodes\": supported values: \"Percent\", \"Pods\"", "spec.behavior.scaleUp.policies[0].periodSeconds: Invalid value: 1801: must be less than or equal to 1800")]
    public void Is_refused(string change, params string[] errors) => Assert.Equal(errors, _autoscalers.ErrorsOfCreating(Web, change));
}
