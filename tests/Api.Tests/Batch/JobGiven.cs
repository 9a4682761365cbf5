using CloudletK8s.Api.Batch.V1;
using CloudletK8s.TestKit.Rules;
using CloudletK8s.TestKit.Trees;

namespace CloudletK8s.Api.Tests.Batch;

public class JobGiven
{
    private const string Uid = "11111111-2222-3333-4444-555555555555";

    private const string Pi = """
        {'metadata':{'name':'pi','namespace':'default'},
         'spec':{'template':{'spec':{'restartPolicy':'Never','containers':[{'name':'c','image':'i','imagePullPolicy':'Always','terminationMessagePolicy':'File'}]}}}}
        """;

    private readonly RuledKind<Job> _jobs = new();

    [Theory]
    [InlineData("{}", 1, 1, 6)]
    [InlineData("{'spec':{'parallelism':3}}", null, 3, 6)]
    [InlineData("{'spec':{'completions':4}}", 4, 1, 6)]
    [InlineData("{'spec':{'completions':4,'completionMode':'Indexed','backoffLimitPerIndex':1}}", 4, 1, int.MaxValue)]
    public void Gets_its_counts(string change, int? completions, int parallelism, int backoffLimit)
    {
        var spec = _jobs.Read(Pi, change).Object("spec")!;

        Assert.Equal(completions, spec.Whole("completions"));
        Assert.Equal(parallelism, spec.Whole("parallelism"));
        Assert.Equal(backoffLimit, spec.Whole("backoffLimit"));
    }

    [Fact]
    public void Gets_a_selector_of_its_own()
    {
        var job = _jobs.Created(Pi);
        var spec = job.Object("spec")!;

        Assert.Equal($$$"""{"matchLabels":{"batch.kubernetes.io/controller-uid":"{{{Uid}}}"}}""", Json.Text(spec["selector"]));
        var labels = spec.Object("template", "metadata")!.Object("labels")!;
        Assert.Equal("pi", labels.Text("job-name"));
        Assert.Equal("pi", labels.Text("batch.kubernetes.io/job-name"));
        Assert.Equal(Uid, labels.Text("controller-uid"));
        Assert.True(labels.SameAs(job.Object("metadata", "labels")));
        Assert.Equal("NonIndexed", spec.Text("completionMode"));
        Assert.Equal("TerminatingOrFailed", spec.Text("podReplacementPolicy"));
        Assert.False(spec.Flag("suspend"));
        Assert.False(spec.Flag("manualSelector"));
        Assert.Empty(_jobs.ErrorsOfCreating(Pi));
    }

    [Theory]
    [InlineData("{'spec':{'template':{'spec':{'restartPolicy':'Always'}}}}", "spec.template.spec.restartPolicy: Required value: valid values: \"OnFailure\", \"Never\"")]
    [InlineData("{'spec':{'completionMode':'Indexed','parallelism':1}}", "spec.completions: Required value: when completion mode is Indexed")]
    [InlineData("{'spec':{'completionMode':'Sorted'}}", "spec.completionMode: Unsupported value: \"Sorted\": supported values: \"NonIndexed\", \"Indexed\"")]
    [InlineData("{'spec':{'backoffLimitPerIndex':1}}", "spec.backoffLimitPerIndex: Invalid value: 1: requires indexed completion mode")]
    [InlineData("{'spec':{'managedBy':'me'}}", "spec.managedBy: Invalid value: \"me\": must be a domain-prefixed path (such as \"acme.io/foo\")")]
    [InlineData("{'spec':{'podReplacementPolicy':'Later'}}", "spec.podReplacementPolicy: Unsupported value: \"Later\": supported values: \"Failed\", \"TerminatingOrFailed\"")]
    [InlineData("{'spec':{'podFailurePolicy':{'rules':[{'action':'FailJob'}]}}}", "spec.podFailurePolicy.rules[0]: Invalid value: specifying one of OnExitCodes and OnPodConditions is required")]
    [InlineData("{'spec':{'podFailurePolicy':{'rules':[{'action':'','onExitCodes':{'operator':'In','values':[1]}}]}}}", "spec.podFailurePolicy.rules[0].action: Required value: valid values: [\"Count\" \"FailIndex\" \"FailJob\" \"Ignore\"]")]
    [InlineData("{'spec':{'podFailurePolicy':{'rules':[{'action':'FailIndex','onExitCodes':{'operator':'In','values':[1]}}]}}}", "spec.podFailurePolicy.rules[0].action: Invalid value: \"FailIndex\": requires the backoffLimitPerIndex to be set")]
    [InlineData("{'spec':{'podFailurePolicy':{'rules':[{'action':'FailJob','onExitCodes':{'operator':'NotIn','values':[5,3],'containerName':'d'}}]}}}", "spec.podFailurePolicy.rules[0].onExitCodes.containerName: Invalid value: \"d\": must be one of the container or initContainer names in the pod template", "spec.podFailurePolicy.rules[0].onExitCodes.values: Invalid value: []int32{5, 3}: must be ordered")]
    [InlineData("{'spec':{'completions':3,'completionMode':'Indexed','successPolicy':{'rules':[{'succeededIndexes':'0-2,2'}]}}}", "spec.successPolicy.rules[0].succeededIndexes: Invalid value: \"0-2,2\": error parsing succeededIndexes: non-increasing order, previous: 2, current: 2")]
    [InlineData("{'spec':{'completions':3,'completionMode':'Indexed','successPolicy':{'rules':[{'succeededCount':4}]}}}", "spec.successPolicy.rules[0].succeededCount: Invalid value: 4: must be less than or equal to 3 (the number of specified completions)")]
    [InlineData("{'spec':{'template':{'metadata':{'labels':{'job-name':'other'}}}}}", "spec.template.metadata.labels[job-name]: Invalid value: map[string]string{\"batch.kubernetes.io/controller-uid\":\"11111111-2222-3333-4444-555555555555\", \"batch.kubernetes.io/job-name\":\"pi\", \"controller-uid\":\"11111111-2222-3333-4444-555555555555\", \"job-name\":\"other\"}: must be 'pi'")]
    public void Is_refused(string change, params string[] errors) => Assert.Equal(errors, _jobs.ErrorsOfCreating(Pi, change));

    [Fact]
    public void Names_the_pods_of_its_indexes() => Assert.Equal(
        [$"metadata.name: Invalid value: \"{new string('a', 61)}\": will not able to create pod with invalid DNS label: {new string('a', 61)}-99"],
        _jobs.ErrorsOfCreating(Pi, "{'metadata':{'name':'" + new string('a', 61) + "'},'spec':{'completions':100,'completionMode':'Indexed'}}"));

    [Theory]
    [InlineData("{'spec':{'parallelism':5,'suspend':true,'ttlSecondsAfterFinished':3}}")]
    [InlineData("{'spec':{'completions':2}}", "spec.completions: Invalid value: 2: field is immutable")]
    [InlineData("{'spec':{'completionMode':'Indexed'}}", "spec.completionMode: Invalid value: \"Indexed\": field is immutable")]
    [InlineData("{'spec':{'managedBy':'a.io/b'}}", "spec.managedBy: Invalid value: \"a.io/b\": field is immutable")]
    public void Changes_little(string change, params string[] errors) => Assert.Equal(errors, _jobs.ErrorsOfUpdating(_jobs.Created(Pi), change));

    [Theory]
    [InlineData("{'spec':{'template':{'spec':{'nodeSelector':{'a':'b'},'tolerations':[{'key':'k','operator':'Exists'}]}}}}", true)]
    [InlineData("{'spec':{'template':{'metadata':{'annotations':{'a':'b'}}}}}", true)]
    [InlineData("{'spec':{'template':{'spec':{'affinity':{'nodeAffinity':{'requiredDuringSchedulingIgnoredDuringExecution':{'nodeSelectorTerms':[{'matchExpressions':[{'key':'a','operator':'Exists'}]}]}}}}}}}", true)]
    [InlineData("{'spec':{'template':{'spec':{'hostname':'h'}}}}", false)]
    public void Is_placed_while_it_is_suspended(string change, bool allowed)
    {
        var suspended = _jobs.Created(Pi.Replace("'spec':{'template'", "'spec':{'suspend':true,'template'"));
        var running = _jobs.Created(Pi);

        Assert.Equal(allowed, _jobs.ErrorsOfUpdating(suspended, change).Length == 0);
        Assert.StartsWith("spec.template: Invalid value: {", Assert.Single(_jobs.ErrorsOfUpdating(running, change)), StringComparison.Ordinal);
    }

    [Fact]
    public void Grows_while_it_is_indexed()
    {
        var old = _jobs.Created(Pi.Replace("'spec':{'template'", "'spec':{'completions':2,'parallelism':2,'completionMode':'Indexed','template'"));

        Assert.Empty(_jobs.ErrorsOfUpdating(old, "{'spec':{'completions':3,'parallelism':3}}"));
        Assert.Equal(
            ["spec.completions: Invalid value: 3: can only be modified in tandem with spec.parallelism"],
            _jobs.ErrorsOfUpdating(old, "{'spec':{'completions':3}}"));
    }
}
