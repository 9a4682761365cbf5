using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Trees;
using CloudletK8s.TestKit.Rules;

namespace CloudletK8s.Api.Tests.Batch;

public class JobStatusReported
{
    private const string Pi = """
        {'metadata':{'name':'pi','namespace':'default'},
         'spec':{'template':{'spec':{'restartPolicy':'Never','containers':[{'name':'c','image':'i','imagePullPolicy':'Always','terminationMessagePolicy':'File'}]}}}}
        """;

    private const string Start = "'startTime':'2024-12-11T10:00:00Z'";
    private const string End = "'completionTime':'2024-12-11T10:05:00Z'";
    private const string Met = "{'type':'SuccessCriteriaMet','status':'True'}";
    private const string Done = "{'type':'Complete','status':'True'}";
    private const string Target = "{'type':'FailureTarget','status':'True'}";
    private const string Failed = "{'type':'Failed','status':'True'}";

    private readonly RuledKind<Job> _jobs = new();

    [Theory]
    [InlineData("'active':2,'ready':1," + Start)]
    [InlineData(Start + "," + End + ",'succeeded':1,'conditions':[" + Met + "," + Done + "]")]
    [InlineData(Start + ",'failed':1,'conditions':[" + Target + "," + Failed + "]")]
    [InlineData("'conditions':[" + Met + "," + Done + "]," + End, "status.startTime: Required value: startTime is required for finished job")]
    [InlineData(Start + ",'conditions':[" + Met + "," + Done + "]", "status.completionTime: Required value: completionTime is required for Complete jobs")]
    [InlineData(Start + "," + End + ",'conditions':[" + Done + "]", "status.conditions: Invalid value: cannot set Complete=True condition without the SuccessCriteriaMet=true condition")]
    [InlineData(Start + ",'conditions':[" + Failed + "]", "status.conditions: Invalid value: cannot set Failed=True condition without the FailureTarget=true condition")]
    [InlineData(Start + "," + End, "status.completionTime: Invalid value: 2024-12-11 10:05:00 +0000 UTC: cannot set completionTime when there is no Complete=True condition")]
    [InlineData(Start + ",'active':1,'failed':1,'conditions':[" + Target + "," + Failed + "]", "status.active: Invalid value: 1: active>0 is invalid for finished job")]
    [InlineData("'completedIndexes':'0'", "status.completedIndexes: Invalid value: \"0\": cannot set non-empty completedIndexes when non-indexed completion mode")]
    [InlineData("'ready':2,'active':1", "status.ready: Invalid value: 2: cannot set more ready pods than active")]
    [InlineData("'uncountedTerminatedPods':{'succeeded':['a','a']}", "status.uncountedTerminatedPods.succeeded[1]: Duplicate value: \"a\"")]
    public void For_a_new_job(string status, params string[] errors) => Assert.Equal(errors, Report(_jobs.Created(Pi), status));

    [Theory]
    [InlineData("'failed':1,'succeeded':1", "status.failed: Invalid value: 1: cannot decrease the failed counter", "status.startTime: Required value: startTime cannot be removed for unsuspended job")]
    [InlineData(Start + ",'failed':2,'succeeded':0", "status.succeeded: Invalid value: 0: cannot decrease the succeeded counter")]
    public void Never_goes_back(string status, params string[] errors) => Assert.Equal(
        errors, Report(_jobs.Updated(_jobs.Created(Pi), "{'status':{" + Start + ",'failed':2,'succeeded':1}}", "status"), status));

    [Fact]
    public void Keeps_its_end() => Assert.Equal(
        [
            "status.completionTime: Invalid value: 2024-12-11 10:05:00 +0000 UTC: cannot set completionTime when there is no Complete=True condition",
            "status.conditions: Invalid value: cannot disable the terminal Complete=True condition",
        ],
        Report(_jobs.Updated(_jobs.Created(Pi), "{'status':{" + Start + "," + End + ",'conditions':[" + Met + "," + Done + "]}}", "status"), Start + "," + End + ",'conditions':[" + Met + "]"));

    private string[] Report(TreeObject old, string status)
    {
        // The report replaces the status as a whole.
        var next = old.CloneObject();
        next.Remove("status");
        return _jobs.ErrorsOfReplacing(old, next, "{'status':{" + status + "}}", "status");
    }
}
