using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Reconcilers.Jobs;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.Jobs;

public sealed class JobThatFails : JobPlane
{
    [Fact]
    public async Task Tries_again_after_ten_seconds_then_twenty()
    {
        await Start(new() { Completions = 1, BackoffLimit = 3 });
        await FinishAll("Failed", 1);
        Assert.Empty(await Running());
        await After(9);
        Assert.Empty(await Running());
        var job = await After(1);
        Assert.Single(await Running());
        Assert.Equal((1, 1), (job.Status!.Failed, job.Status.Active));

        await FinishAll("Failed", 1);
        await After(19);
        Assert.Empty(await Running());
        await After(1);
        Assert.Single(await Running());
    }

    [Fact]
    public async Task Gives_up_at_its_limit_and_stops_what_runs()
    {
        await Start(new() { Completions = 2, Parallelism = 2, BackoffLimit = 0 });
        var pods = await Running();
        await Plane.Ready(pods[1]);
        await Plane.Finish(pods[0], "Failed", 1);
        var job = await Settle();
        Assert.Equal("FailureTarget:BackoffLimitExceeded", Ends(job));
        Assert.Equal((0, 1), (job.Status!.Active, job.Status.Terminating));

        await Plane.EndTerminating(Namespace);
        job = await Settle();

        Assert.Equal("FailureTarget:BackoffLimitExceeded, Failed:BackoffLimitExceeded", Ends(job));
        Assert.Equal((2, 0), (job.Status!.Failed, job.Status.Terminating));
        Assert.Null(job.Status.CompletionTime);
        Assert.Contains("Warning BackoffLimitExceeded Job has reached the specified backoff limit", await Told());
    }

    [Fact]
    public async Task Ends_at_its_deadline()
    {
        await Start(new() { Completions = 1, ActiveDeadlineSeconds = 30 });
        Assert.Equal("", Ends(await After(29)));

        Assert.Equal("FailureTarget:DeadlineExceeded, Failed:DeadlineExceeded", Ends(await After(1)));
        Assert.Empty(await Pods());
    }

    [Fact]
    public async Task Ends_at_once_when_a_rule_of_its_policy_says_so()
    {
        await Start(new()
        {
            Completions = 2, Parallelism = 2,
            PodFailurePolicy = new() { Rules = [new() { Action = "FailJob", OnExitCodes = new() { Operator = "In", Values = [42] } }] },
        });
        var pod = (await Running())[0];
        await Plane.Finish(pod, "Failed", 42);
        var job = await Settle();

        Assert.Equal("FailureTarget:PodFailurePolicy, Failed:PodFailurePolicy", Ends(job));
        Assert.Equal(
            $"Container c for pod {Namespace}/{pod.Metadata!.Name} failed with exit code 42 matching FailJob rule at index 0",
            job.Status!.Conditions![0].Message);
    }

    [Fact]
    public async Task Does_not_count_what_its_policy_ignores()
    {
        await Start(new()
        {
            Completions = 1, BackoffLimit = 0,
            PodFailurePolicy = new() { Rules = [new() { Action = "Ignore", OnPodConditions = [new() { Type = "DisruptionTarget", Status = "True" }] }] },
        });
        var pod = (await Running())[0];
        await Plane.Change<Api.Core.V1.Pod>(Namespace, pod.Metadata!.Name!, current => current with
        {
            Status = current.Status! with { Phase = "Failed", Conditions = [new() { Type = "DisruptionTarget", Status = "True" }] },
        }, status: true);
        var job = await Settle();

        Assert.Equal(("", 0), (Ends(job), job.Status!.Failed));
        await After(10);
        Assert.Single(await Running());
    }

    [Fact]
    public async Task Counts_failures_of_each_index_by_itself()
    {
        await Start(new() { Completions = 2, Parallelism = 2, CompletionMode = "Indexed", BackoffLimitPerIndex = 1 });
        await Plane.Finish(await PodOf(0), "Failed", 1);
        var job = await Settle();
        Assert.Equal(("", "0"), (job.Status!.FailedIndexes, (await PodOf(1)).Metadata!.Annotations![JobPodState.FailureCount]));

        await After(10);
        Assert.Equal("1", (await PodOf(0)).Metadata!.Annotations![JobPodState.FailureCount]);
        await Plane.Finish(await PodOf(0), "Failed", 1);
        job = await Settle();
        Assert.Equal(("0", 2), (job.Status!.FailedIndexes, job.Status.Failed));
        Assert.Equal("", Ends(job));

        await Plane.Finish(await PodOf(1), "Succeeded");
        job = await Settle();
        Assert.Equal("FailureTarget:FailedIndexes, Failed:FailedIndexes", Ends(job));
        Assert.Equal(("0", "1"), (job.Status!.FailedIndexes, job.Status.CompletedIndexes));
    }

    [Fact]
    public async Task Gives_up_when_too_many_indexes_have_failed()
    {
        await Start(new() { Completions = 3, Parallelism = 3, CompletionMode = "Indexed", BackoffLimitPerIndex = 0, MaxFailedIndexes = 1 });
        await Plane.Finish(await PodOf(0), "Failed", 1);
        await Plane.Finish(await PodOf(1), "Failed", 1);

        Assert.Equal("FailureTarget:MaxFailedIndexesExceeded, Failed:MaxFailedIndexesExceeded", Ends(await Settle()));
    }

    [Fact]
    public async Task Fails_an_index_at_once_when_a_rule_says_so()
    {
        await Start(new()
        {
            Completions = 2, Parallelism = 2, CompletionMode = "Indexed", BackoffLimitPerIndex = 5,
            PodFailurePolicy = new() { Rules = [new() { Action = "FailIndex", OnExitCodes = new() { Operator = "NotIn", Values = [1] } }] },
        });
        await Plane.Finish(await PodOf(1), "Failed", 7);

        Assert.Equal("1", (await Settle()).Status!.FailedIndexes);
    }

    [Fact]
    public async Task Replaces_a_deleted_pod_only_when_it_has_ended_if_so_told()
    {
        await Start(new() { Completions = 1, PodReplacementPolicy = "Failed" });
        var pod = (await Running())[0];
        await Plane.Ready(pod);
        await Settle();
        await DeletePod(pod);
        var job = await Settle();
        Assert.Equal((0, 1), (job.Status!.Active, job.Status.Terminating));
        Assert.Empty(await Running());

        await Plane.Finish(pod, "Failed", 137);
        await Settle();
        job = await After(10);
        Assert.Equal((1, 1), (job.Status!.Failed, job.Status.Active));
    }

    [Fact]
    public async Task Counts_a_deleted_pod_as_failed_and_replaces_it()
    {
        await Start(new() { Completions = 1 });
        var pod = (await Running())[0];
        await Plane.Ready(pod);
        await Settle();
        await DeletePod(pod);
        await Settle();
        var job = await After(60);

        Assert.Equal((1, 1), (job.Status!.Failed, job.Status.Active));
    }
}
