using CloudletK8s.Api.Policy.V1;
using CloudletK8s.TestKit.Rules;

namespace CloudletK8s.Api.Tests.Policy;

public class DisruptionBudgetGiven
{
    private const string Web = "{'metadata':{'name':'web','namespace':'d'},'spec':{'minAvailable':1,'selector':{'matchLabels':{'app':'web'}}}}";

    private readonly RuledKind<PodDisruptionBudget> _budgets = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("{'spec':{'minAvailable':null,'maxUnavailable':'30%'}}")]
    [InlineData("{'spec':{'maxUnavailable':1}}", "spec: Invalid value: {\"minAvailable\":1,\"selector\":{\"matchLabels\":{\"app\":\"web\"}},\"maxUnavailable\":1}: minAvailable and maxUnavailable cannot be both set")]
    [InlineData("{'spec':{'minAvailable':'101%'}}", "spec.minAvailable: Invalid value: intstr.IntOrString{Type:1, IntVal:0, StrVal:\"101%\"}: must not be greater than 100%")]
    [InlineData("{'spec':{'unhealthyPodEvictionPolicy':'Never'}}", "spec.unhealthyPodEvictionPolicy: Unsupported value: \"Never\": supported values: \"AlwaysAllow\", \"IfHealthyBudget\"")]
    public void Is_checked(string change, params string[] errors) => Assert.Equal(errors, _budgets.ErrorsOfCreating(Web, change));

    [Fact]
    public void Reports_what_it_allows() => Assert.Equal(
        ["status.disruptionsAllowed: Invalid value: -1: must be greater than or equal to 0"],
        _budgets.ErrorsOfUpdating(_budgets.Created(Web), "{'status':{'disruptionsAllowed':-1}}", "status"));
}
