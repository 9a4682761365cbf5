using CloudletK8s.Api.ApiRegistration.V1;
using CloudletK8s.Api.Authorization.V1;
using CloudletK8s.Api.FlowControl.V1;
using CloudletK8s.TestKit.Rules;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.FlowControl;

public class FlowsGiven
{
    private const string Flow = "{'metadata':{'name':'f'},'spec':{'priorityLevelConfiguration':{'name':'l'},'rules':[{'subjects':[{'kind':'User','user':{'name':'u'}}],'nonResourceRules':[{'verbs':['get'],'nonResourceURLs':['/x']}]}]}}";
    private const string Level = "{'metadata':{'name':'l'},'spec':{'type':'Limited','limited':{'limitResponse':{'type':'Queue','queuing':{}}}}}";

    private readonly RuledKind<FlowSchema> _flows = new();
    private readonly RuledKind<PriorityLevelConfiguration> _levels = new();

    [Fact]
    public void Get_their_defaults()
    {
        Assert.Equal(1000, _flows.Read(Flow).Object("spec")!.Whole("matchingPrecedence"));
        var limited = _levels.Read(Level).Object("spec", "limited")!;
        Assert.Equal(30, limited.Whole("nominalConcurrencyShares"));
        Assert.Equal(0, limited.Whole("lendablePercent"));
        Assert.Equal("""{"queues":64,"handSize":8,"queueLengthLimit":50}""", Json.Text(limited.Object("limitResponse", "queuing")));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{'spec':{'matchingPrecedence':1}}", "spec.matchingPrecedence: Invalid value: 1: only the schema named 'exempt' may have matchingPrecedence 1")]
    [InlineData("{'spec':{'rules':[{'subjects':[{'kind':'Group','group':{'name':'g'}}]}]}}", "spec.rules[0]: Required value: at least one of resourceRules and nonResourceRules has to be non-empty")]
    [InlineData("{'spec':{'rules':[{'subjects':[{'kind':'Group','user':{'name':'g'}}],'nonResourceRules':[{'verbs':['*'],'nonResourceURLs':['x']}]}]}}", "spec.rules[0].subjects[0].group: Required value: group is required when subject kind is 'Group'", "spec.rules[0].subjects[0].user: Forbidden: user is forbidden when subject kind is not 'User'", "spec.rules[0].nonResourceRules[0].nonResourceURLs[0]: Invalid value: \"x\": must start with slash")]
    public void Are_checked(string change, params string[] errors) => Assert.Equal(errors, _flows.ErrorsOfCreating(Flow, change));

    [Theory]
    [InlineData("{}")]
    [InlineData("{'spec':{'limited':{'limitResponse':{'queuing':{'queues':4,'handSize':6}}}}}", "spec.limited.limitResponse.queuing.handSize: Invalid value: 6: should not be greater than queues (4)")]
    [InlineData("{'spec':{'limited':{'limitResponse':{'queuing':{'queues':1000,'handSize':7}}}}}", "spec.limited.limitResponse.queuing.handSize: Invalid value: 7: required entropy bits of deckSize 1000 and handSize 7 should not be greater than 60")]
    [InlineData("{'spec':{'type':'Exempt','limited':null}}", "spec.type: Invalid value: \"Exempt\": type must be 'Exempt' if and only if name is 'exempt'")]
    public void Share_levels(string change, params string[] errors) => Assert.Equal(errors, _levels.ErrorsOfCreating(Level, change));

    [Fact]
    public void Leave_the_catch_all_alone()
    {
        const string CatchAll = "{'metadata':{'name':'catch-all'},'spec':{'type':'Limited','limited':{'nominalConcurrencyShares':5,'limitResponse':{'type':'Reject'}}}}";

        Assert.Empty(_levels.ErrorsOfCreating(CatchAll));
        Assert.EndsWith("spec of 'catch-all' must equal the fixed value", Assert.Single(_levels.ErrorsOfCreating(CatchAll, "{'spec':{'limited':{'nominalConcurrencyShares':6}}}")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{'metadata':{'name':'x'}}", "metadata.name: Invalid value: \"x\": must be `spec.version+\\\".\\\"+spec.group`: \"v1.a.io\"")]
    [InlineData("{'spec':{'versionPriority':0}}", "spec.versionPriority: Invalid value: 0: must be positive and less than 1000")]
    [InlineData("{'spec':{'insecureSkipTLSVerify':true}}", "spec.insecureSkipTLSVerify: Invalid value: true: local APIServices may not have insecureSkipTLSVerify")]
    public void Pass_to_api_services(string change, params string[] errors) => Assert.Equal(
        [.. errors.Select(error => error.Replace("\\\"", "\""))],
        new RuledKind<APIService>().ErrorsOfCreating("{'metadata':{'name':'v1.a.io'},'spec':{'group':'a.io','version':'v1','groupPriorityMinimum':10,'versionPriority':10}}", change));

    [Theory]
    [InlineData("{}")]
    [InlineData("{'spec':{'resourceAttributes':null}}", "spec.resourceAttributes: Invalid value: \"null\": exactly one of nonResourceAttributes or resourceAttributes must be specified")]
    [InlineData("{'spec':{'user':null}}", "spec.user: Invalid value: \"\": at least one of user or group must be specified")]
    [InlineData("{'spec':{'resourceAttributes':{'fieldSelector':{}}}}", "spec.resourceAttributes.fieldSelector.requirements: Required value: when spec.resourceAttributes.fieldSelector is specified, requirements or rawSelector is required")]
    public void Answer_questions_of_access(string change, params string[] errors)
    {
        var review = new RuledKind<SubjectAccessReview> { WithoutUid = true };

        Assert.Equal(errors, review.ErrorsOfCreating("{'spec':{'user':'u','resourceAttributes':{'verb':'get','resource':'pods'}}}", change));
    }
}
