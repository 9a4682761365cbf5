using CloudletK8s.Api.Apps.V1;
using CloudletK8s.TestKit.Rules;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Apps;

public class DeploymentGiven
{
    private const string Web = """
        {'metadata':{'name':'web','namespace':'default'},
         'spec':{'selector':{'matchLabels':{'app':'web'}},
                 'template':{'metadata':{'labels':{'app':'web'}},'spec':{'restartPolicy':'Always','containers':[{'name':'c','image':'i','imagePullPolicy':'Always','terminationMessagePolicy':'File'}]}}}}
        """;

    private readonly RuledKind<Deployment> _deployments = new();

    [Fact]
    public void Rolls_a_quarter_at_a_time_unless_told_otherwise()
    {
        var spec = _deployments.Read(Web).Object("spec")!;

        Assert.Equal(1, spec.Whole("replicas"));
        Assert.Equal(10, spec.Whole("revisionHistoryLimit"));
        Assert.Equal(600, spec.Whole("progressDeadlineSeconds"));
        Assert.Equal(
            """{"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":"25%","maxSurge":"25%"}}""",
            Json.Text(spec["strategy"]));
    }

    [Theory]
    [InlineData("{'type':'Recreate'}", """{"type":"Recreate"}""")]
    [InlineData("{'rollingUpdate':{'maxSurge':0}}", """{"type":"RollingUpdate","rollingUpdate":{"maxSurge":0,"maxUnavailable":"25%"}}""")]
    [InlineData("{'type':'RollingUpdate'}", """{"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":"25%","maxSurge":"25%"}}""")]
    public void Completes_a_strategy(string given, string expected)
    {
        var read = _deployments.Read(Web.Replace("'selector'", $"'strategy':{given},'selector'"));

        Assert.True(Json.Tree(expected).SameAs(read.Object("spec")!["strategy"]), Json.Text(read.Object("spec")!["strategy"]));
    }

    [Fact]
    public void Is_accepted() => Assert.Empty(_deployments.ErrorsOfCreating(Web));

    [Theory]
    [InlineData("{'spec':{'replicas':-1}}", "spec.replicas: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData(
        "{'spec':{'selector':null}}",
        "spec.selector: Required value",
        "spec.template.metadata.labels: Invalid value: map[string]string{\"app\":\"web\"}: `selector` does not match template `labels`")]
    [InlineData(
        "{'spec':{'selector':{'matchLabels':null}}}",
        "spec.selector: Invalid value: v1.LabelSelector{MatchLabels:map[string]string(nil), MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: empty selector is invalid for deployment")]
    [InlineData(
        "{'spec':{'template':{'metadata':{'labels':{'app':'other'}}}}}",
        "spec.template.metadata.labels: Invalid value: map[string]string{\"app\":\"other\"}: `selector` does not match template `labels`")]
    [InlineData(
        "{'spec':{'template':{'spec':{'restartPolicy':'Never'}}}}",
        "spec.template.spec.restartPolicy: Unsupported value: \"Never\": supported values: \"Always\"")]
    [InlineData(
        "{'spec':{'template':{'spec':{'activeDeadlineSeconds':30}}}}",
        "spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in ReplicaSet is not Supported")]
    [InlineData(
        "{'spec':{'strategy':{'type':'Recreate','rollingUpdate':{'maxSurge':1}}}}",
        "spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'")]
    [InlineData(
        "{'spec':{'strategy':{'type':'Slow'}}}",
        "spec.strategy: Unsupported value: apps.DeploymentStrategy{Type:\"Slow\", RollingUpdate:(*apps.RollingUpdateDeployment)(nil)}: supported values: \"Recreate\", \"RollingUpdate\"")]
    [InlineData(
        "{'spec':{'strategy':{'rollingUpdate':{'maxSurge':0,'maxUnavailable':'0%'}}}}",
        "spec.strategy.rollingUpdate.maxUnavailable: Invalid value: intstr.IntOrString{Type:1, IntVal:0, StrVal:\"0%\"}: may not be 0 when `maxSurge` is 0")]
    [InlineData(
        "{'spec':{'strategy':{'rollingUpdate':{'maxUnavailable':'130%'}}}}",
        "spec.strategy.rollingUpdate.maxUnavailable: Invalid value: intstr.IntOrString{Type:1, IntVal:0, StrVal:\"130%\"}: must not be greater than 100%")]
    [InlineData(
        "{'spec':{'strategy':{'rollingUpdate':{'maxSurge':'many'}}}}",
        "spec.strategy.rollingUpdate.maxSurge: Invalid value: intstr.IntOrString{Type:1, IntVal:0, StrVal:\"many\"}: a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')")]
    [InlineData(
        "{'spec':{'minReadySeconds':700}}",
        "spec.progressDeadlineSeconds: Invalid value: 600: must be greater than minReadySeconds")]
    [InlineData(
        "{'spec':{'selector':{'matchExpressions':[{'key':'app','operator':'Is','values':['web']}]}}}",
        "spec.selector.matchExpressions[0].operator: Invalid value: \"Is\": not a valid selector operator",
        "spec.selector: Invalid value: v1.LabelSelector{MatchLabels:map[string]string{\"app\":\"web\"}, MatchExpressions:[]v1.LabelSelectorRequirement{v1.LabelSelectorRequirement{Key:\"app\", Operator:\"Is\", Values:[]string{\"web\"}}}}: invalid label selector")]
    public void Is_refused(string change, params string[] errors) => Assert.Equal(errors, _deployments.ErrorsOfCreating(Web, change));

    [Fact]
    public void Keeps_its_selector() => Assert.Equal(
        ["spec.selector: Invalid value: v1.LabelSelector{MatchLabels:map[string]string{\"app\":\"new\"}, MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: field is immutable"],
        _deployments.ErrorsOfUpdating(_deployments.Created(Web), "{'spec':{'selector':{'matchLabels':{'app':'new'}},'template':{'metadata':{'labels':{'app':'new'}}}}}"));

    [Theory]
    [InlineData("{'metadata':{'annotations':{'a':'b'}}}", "", true)]
    [InlineData("{'metadata':{'annotations':{'a':'b'}}}", "status", false)]
    [InlineData("{'metadata':{'labels':{'a':'b'}}}", "", false)]
    [InlineData("{'spec':{'replicas':4}}", "", true)]
    [InlineData("{'spec':{'replicas':4}}", "status", false)]
    [InlineData("{'status':{'replicas':4}}", "status", false)]
    public void Counts_what_controllers_must_notice(string change, string subresource, bool counted) =>
        Assert.Equal(counted, _deployments.RaisesGeneration(_deployments.Created(Web), change, subresource));

    [Theory]
    [InlineData("{'status':{'replicas':1,'updatedReplicas':2}}", "status.updatedReplicas: Invalid value: 2: cannot be greater than status.replicas")]
    [InlineData("{'status':{'replicas':2,'readyReplicas':1,'availableReplicas':2}}", "status.availableReplicas: Invalid value: 2: cannot be greater than readyReplicas")]
    [InlineData("{'status':{'collisionCount':1}}", "status.collisionCount: Invalid value: 1: cannot be decremented")]
    public void Reports_a_status_that_adds_up(string change, string error)
    {
        var old = _deployments.Updated(_deployments.Created(Web), "{'status':{'collisionCount':2}}", "status");
        change = change.Contains("collision", StringComparison.Ordinal) ? change : change.Replace("{'status':{", "{'status':{'collisionCount':2,");

        Assert.Equal([error], _deployments.ErrorsOfUpdating(old, change, "status"));
    }

    [Fact]
    public void Keeps_labels_while_its_status_is_written() => Assert.Null(
        _deployments.Updated(_deployments.Created(Web), "{'metadata':{'labels':{'a':'b'}},'status':{'replicas':1}}", "status").Object("metadata")!["labels"]);

    [Fact]
    public void Warns_of_a_name_that_is_no_host_name()
    {
        _deployments.ErrorsOfCreating(Web, "{'metadata':{'name':'we.b'}}");

        Assert.Contains(
            "metadata.name: this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]",
            _deployments.Warnings);
    }
}
