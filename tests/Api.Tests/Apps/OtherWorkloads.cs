using CloudletK8s.Api.Apps.V1;
using CloudletK8s.TestKit.Rules;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Apps;

public class OtherWorkloads
{
    private const string Body = """
        'selector':{'matchLabels':{'app':'web'}},
        'template':{'metadata':{'labels':{'app':'web'}},'spec':{'restartPolicy':'Always','containers':[{'name':'c','image':'i','imagePullPolicy':'Always','terminationMessagePolicy':'File'}]}}
        """;

    private const string Set = "{'metadata':{'name':'web','namespace':'default'},'spec':{" + Body + "}}";

    private readonly RuledKind<StatefulSet> _statefulSets = new();
    private readonly RuledKind<DaemonSet> _daemonSets = new();
    private readonly RuledKind<ReplicaSet> _replicaSets = new();
    private readonly RuledKind<ControllerRevision> _revisions = new();

    [Fact]
    public void Get_their_defaults()
    {
        var stateful = _statefulSets.Read(Set).Object("spec")!;
        Assert.Equal("OrderedReady", stateful.Text("podManagementPolicy"));
        Assert.Equal("""{"type":"RollingUpdate","rollingUpdate":{"partition":0}}""", Json.Text(stateful["updateStrategy"]));
        Assert.Equal("""{"whenDeleted":"Retain","whenScaled":"Retain"}""", Json.Text(stateful["persistentVolumeClaimRetentionPolicy"]));
        Assert.Equal(1, stateful.Whole("replicas"));

        var daemon = _daemonSets.Read(Set).Object("spec")!;
        Assert.Equal("""{"type":"RollingUpdate","rollingUpdate":{"maxUnavailable":1,"maxSurge":0}}""", Json.Text(daemon["updateStrategy"]));
        Assert.Equal(10, daemon.Whole("revisionHistoryLimit"));

        Assert.Equal(1, _replicaSets.Read(Set).Object("spec")!.Whole("replicas"));
    }

    [Fact]
    public void Are_accepted()
    {
        Assert.Empty(_statefulSets.ErrorsOfCreating(Set));
        Assert.Empty(_daemonSets.ErrorsOfCreating(Set));
        Assert.Empty(_replicaSets.ErrorsOfCreating(Set));
        Assert.Empty(_revisions.ErrorsOfCreating("{'metadata':{'name':'r','namespace':'d'},'data':{'spec':{}},'revision':1}"));
    }

    [Theory]
    [InlineData("{'spec':{'podManagementPolicy':'Wild'}}", "spec.podManagementPolicy: Invalid value: \"Wild\": must be 'OrderedReady' or 'Parallel'")]
    [InlineData("{'spec':{'ordinals':{'start':-1}}}", "spec.ordinals.start: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{'spec':{'updateStrategy':{'type':'OnDelete','rollingUpdate':{'partition':1}}}}", "spec.updateStrategy.rollingUpdate: Invalid value: apps.RollingUpdateStatefulSetStrategy{Partition:1, MaxUnavailable:(*intstr.IntOrString)(nil)}: only allowed for updateStrategy 'RollingUpdate'")]
    [InlineData("{'spec':{'updateStrategy':{'rollingUpdate':{'partition':-1}}}}", "spec.updateStrategy.rollingUpdate.partition: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{'spec':{'persistentVolumeClaimRetentionPolicy':{'whenDeleted':'Burn'}}}", "spec.persistentVolumeClaimRetentionPolicy.whenDeleted: Unsupported value: \"Burn\": supported values: \"Retain\", \"Delete\"")]
    [InlineData("{'spec':{'template':{'metadata':{'labels':{'a b':'c'}}}}}", "spec.template.labels: Invalid value: \"a b\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')")]
    public void Refuse_stateful_sets(string change, string error) => Assert.Equal([error], _statefulSets.ErrorsOfCreating(Set, change));

    [Theory]
    [InlineData("{'spec':{'replicas':3,'minReadySeconds':2,'ordinals':{'start':1}}}", true)]
    [InlineData("{'spec':{'template':{'metadata':{'annotations':{'a':'b'}}}}}", true)]
    [InlineData("{'spec':{'serviceName':'other'}}", false)]
    [InlineData("{'spec':{'revisionHistoryLimit':3}}", false)]
    [InlineData("{'spec':{'podManagementPolicy':'Parallel'}}", false)]
    public void Let_stateful_sets_change_in_few_fields(string change, bool allowed)
    {
        string[] expected = allowed ? [] : ["spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden"];

        Assert.Equal(expected, _statefulSets.ErrorsOfUpdating(_statefulSets.Created(Set), change));
    }

    [Theory]
    [InlineData("{'spec':{'updateStrategy':{'rollingUpdate':{'maxSurge':1}}}}", "spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: intstr.IntOrString{Type:0, IntVal:1, StrVal:\"\"}: may not be set when maxUnavailable is non-zero")]
    [InlineData("{'spec':{'updateStrategy':{'rollingUpdate':{'maxUnavailable':0}}}}", "spec.updateStrategy.rollingUpdate.maxUnavailable: Required value: cannot be 0 when maxSurge is 0")]
    [InlineData("{'spec':{'updateStrategy':{'type':'Slow'}}}", "spec.updateStrategy: Unsupported value: apps.DaemonSetUpdateStrategy{Type:\"Slow\", RollingUpdate:(*apps.RollingUpdateDaemonSet)(nil)}: supported values: \"RollingUpdate\", \"OnDelete\"")]
    [InlineData("{'spec':{'template':{'spec':{'restartPolicy':'OnFailure'}}}}", "spec.template.spec.restartPolicy: Unsupported value: \"OnFailure\": supported values: \"Always\"")]
    public void Refuse_daemon_sets(string change, string error) => Assert.Equal([error], _daemonSets.ErrorsOfCreating(Set, change));

    [Fact]
    public void Count_the_templates_of_a_daemon_set()
    {
        const string Key = "deprecated.daemonset.template.generation";
        var created = _daemonSets.Created(Set);
        var same = _daemonSets.Updated(created, "{'spec':{'minReadySeconds':3},'metadata':{'annotations':{'" + Key + "':'9'}}}");
        var changed = _daemonSets.Updated(created, "{'spec':{'template':{'metadata':{'annotations':{'a':'b'}}}}}");

        Assert.Equal("1", created.Object("metadata", "annotations")!.Text(Key));
        Assert.Equal("1", same.Object("metadata", "annotations")!.Text(Key));
        Assert.Equal("2", changed.Object("metadata", "annotations")!.Text(Key));
    }

    [Fact]
    public void Keep_the_data_of_a_revision()
    {
        var old = _revisions.Created("{'metadata':{'name':'r','namespace':'d'},'data':{'a':1},'revision':1}");

        Assert.Empty(_revisions.ErrorsOfUpdating(old, "{'revision':2}"));
        Assert.Equal(["data: Invalid value: {\"a\":2}: field is immutable"], _revisions.ErrorsOfUpdating(old, "{'data':{'a':2}}"));
    }
}
