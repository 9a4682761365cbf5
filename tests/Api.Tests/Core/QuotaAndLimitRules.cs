using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Trees;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Core;

public class QuotaAndLimitRules
{
    private readonly KindGiven<ResourceQuota> _quota = new("""{"metadata":{"name":"q","namespace":"n"},"spec":{"hard":{"pods":"3"}}}""");
    private readonly KindGiven<LimitRange> _range = new("""{"metadata":{"name":"l","namespace":"n"},"spec":{"limits":[{"type":"Container","max":{"cpu":"2"}}]}}""");

    [Theory]
    [InlineData("{}", "")]
    [InlineData("{'spec':{'hard':{'count/deployments.apps':'2','requests.nvidia.com/gpu':'1','requests.hugepages-2Mi':'4Mi'}}}", "")]
    [InlineData("{'spec':{'hard':{'pods':null,'storage':'1'}}}", "spec.hard[storage]: Invalid value: \"storage\": must be a standard resource for quota")]
    [InlineData("{'spec':{'hard':{'pods':null,'odd':'1'}}}", "spec.hard[odd]: Invalid value: \"odd\": must be a standard resource type or fully qualified\nspec.hard[odd]: Invalid value: \"odd\": must be a standard resource for quota")]
    [InlineData("{'spec':{'hard':{'pods':'-1'}}}", "spec.hard[pods]: Invalid value: \"-1\": must be greater than or equal to 0")]
    [InlineData("{'spec':{'hard':{'pods':'1500m'}}}", "spec.hard[pods]: Invalid value: \"1500m\": must be an integer")]
    [InlineData("{'spec':{'scopes':['Odd']}}", "spec.scopes: Invalid value: []core.ResourceQuotaScope{\"Odd\"}: unsupported scope")]
    [InlineData("{'spec':{'scopes':['BestEffort','NotBestEffort']}}", "spec.scopes: Invalid value: []core.ResourceQuotaScope{\"BestEffort\", \"NotBestEffort\"}: conflicting scopes")]
    [InlineData("{'spec':{'hard':{'cpu':'1'},'scopes':['BestEffort']}}", "spec.scopes: Invalid value: []core.ResourceQuotaScope{\"BestEffort\"}: unsupported scope applied to resource")]
    [InlineData("{'spec':{'scopeSelector':{'matchExpressions':[{'scopeName':'PriorityClass','operator':'In'}]}}}", "spec.scopeSelector.matchExpressions.values: Required value: must be at least one value when `operator` is 'In' or 'NotIn' for scope selector")]
    public void A_quota_is_checked(string patch, string expected) => Assert.Equal(expected, _quota.CreateErrors(patch));

    [Fact]
    public void A_quota_keeps_its_scopes() => Assert.Equal(
        "spec.scopes: Invalid value: []core.ResourceQuotaScope{\"Terminating\"}: field is immutable", _quota.UpdateErrors("{'spec':{'scopes':['Terminating']}}"));

    [Theory]
    [InlineData("{'max':{'cpu':'2'},'min':{'cpu':'1','memory':'1Mi'}}", "{'max':{'cpu':'2'},'min':{'cpu':'1','memory':'1Mi'},'default':{'cpu':'2'},'defaultRequest':{'cpu':'2','memory':'1Mi'},'type':'Container'}")]
    [InlineData("{'max':{'cpu':'100n'},'default':{'cpu':'50n'}}", "{'max':{'cpu':'1m'},'default':{'cpu':'1m'},'defaultRequest':{'cpu':'1m'},'type':'Container'}")]
    public void A_limit_for_containers_follows_from_its_bounds(string limits, string expected)
    {
        var item = (TreeObject)_range.Read($"{{'spec':{{'limits':[{limits[..^1]},'type':'Container'}}]}}}}").Object("spec")!.List("limits")![0];

        Assert.True(Json.Object(expected).SameAs(item), Json.Text(item));
    }

    [Theory]
    [InlineData("{'type':'Container','max':{'cpu':'2'}}", "")]
    [InlineData("{'type':'Odd'}", "spec.limits[0].type: Invalid value: \"Odd\": must be a standard limit type or fully qualified")]
    [InlineData("{'type':'Pod','default':{'cpu':'1'}}", "spec.limits[0].default: Forbidden: may not be specified when `type` is 'Pod'")]
    [InlineData("{'type':'PersistentVolumeClaim'}", "spec.limits[0].limits: Required value: either minimum or maximum storage value is required, but neither was provided")]
    [InlineData("{'type':'Pod','min':{'cpu':'2'},'max':{'cpu':'1'}}", "spec.limits[0].min[cpu]: Invalid value: \"2\": min value 2 is greater than max value 1")]
    [InlineData("{'type':'Container','max':{'cpu':'1'},'default':{'cpu':'2'}}", "spec.limits[0].defaultRequest[cpu]: Invalid value: \"2\": default request value 2 is greater than max value 1\nspec.limits[0].default[cpu]: Invalid value: \"1\": default value 2 is greater than max value 1")]
    [InlineData("{'type':'Pod','min':{'cpu':'1'},'max':{'cpu':'2'},'maxLimitRequestRatio':{'cpu':'3'}}", "spec.limits[0].maxLimitRequestRatio[cpu]: Invalid value: \"3\": ratio 3 is greater than max/min = 2.000000")]
    [InlineData("{'type':'Pod','maxLimitRequestRatio':{'cpu':'500m'}}", "spec.limits[0].maxLimitRequestRatio[cpu]: Invalid value: \"500m\": ratio 500m is less than 1")]
    public void A_limit_is_checked(string limit, string expected) => Assert.Equal(expected, _range.CreateErrors($"{{'spec':{{'limits':[{limit}]}}}}"));
}
