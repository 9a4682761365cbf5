using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.Jobs;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.Jobs;

public sealed class JobThatCompletes : JobPlane
{
    [Fact]
    public async Task Runs_as_many_pods_at_once_as_it_may_and_counts_each_once()
    {
        var job = await Start(new() { Completions = 5, Parallelism = 2 });
        Assert.Equal((2, 0, 0), (job.Status!.Active, job.Status.Ready, job.Status.Terminating));
        Assert.All(await Pods(), pod => Assert.Contains(JobPodState.Tracking, pod.Metadata!.Finalizers!));

        for (var wave = 1; wave <= 3; wave++)
            job = await FinishAll("Succeeded");

        Assert.Equal((5, 0, 0), (job.Status!.Succeeded, job.Status.Failed, job.Status.Active));
        Assert.Equal("SuccessCriteriaMet:CompletionsReached, Complete:CompletionsReached", Ends(job));
        Assert.Equal(Time.GetUtcNow(), job.Status.CompletionTime);
        Assert.Empty(job.Status.UncountedTerminatedPods!.Succeeded ?? []);
        Assert.All(await Pods(), pod => Assert.Empty(pod.Metadata!.Finalizers ?? []));
        Assert.Contains("Normal Completed Job completed", await Told());
    }

    [Fact]
    public async Task Counts_ready_pods()
    {
        await Start(new() { Completions = 2, Parallelism = 2 });
        await Plane.Ready((await Pods())[0]);

        Assert.Equal(1, (await Settle()).Status!.Ready);
    }

    [Fact]
    public async Task Of_a_work_queue_makes_no_more_pods_after_the_first_success_and_waits_for_the_rest()
    {
        await Start(new() { Parallelism = 3 });
        await Plane.Finish((await Running())[0], "Succeeded");
        Assert.Equal("", Ends(await Settle()));
        Assert.Equal(2, (await Running()).Count);

        Assert.Equal("SuccessCriteriaMet:CompletionsReached, Complete:CompletionsReached", Ends(await FinishAll("Succeeded")));
        Assert.Equal(3, (await Pods()).Count);
    }

    [Fact]
    public async Task Gives_each_index_its_pod()
    {
        var job = await Start(new() { Completions = 3, Parallelism = 3, CompletionMode = "Indexed" });
        var pod = await PodOf(2);
        Assert.StartsWith("work-2-", pod.Metadata!.Name, StringComparison.Ordinal);
        Assert.Equal("work-2", pod.Spec!.Hostname);
        Assert.Equal("2", pod.Metadata.Labels![JobPodState.IndexKey]);
        var variable = Assert.Single(pod.Spec.Containers![0].Env!);
        Assert.Equal(("JOB_COMPLETION_INDEX", "metadata.labels['batch.kubernetes.io/job-completion-index']"), (variable.Name, variable.ValueFrom!.FieldRef!.FieldPath));
        Assert.Equal("", job.Status!.CompletedIndexes ?? "");

        await Plane.Finish(pod, "Succeeded");
        await Plane.Finish(await PodOf(0), "Succeeded");
        Assert.Equal("0,2", (await Settle()).Status!.CompletedIndexes);

        await Plane.Finish(await PodOf(1), "Succeeded");
        job = await Settle();
        Assert.Equal(("0-2", 3), (job.Status!.CompletedIndexes, job.Status.Succeeded));
        Assert.EndsWith("Complete:CompletionsReached", Ends(job), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grows_and_shrinks_with_its_indexes()
    {
        await Start(new() { Completions = 2, Parallelism = 2, CompletionMode = "Indexed" });
        await Change(spec => spec with { Completions = 4, Parallelism = 4 });
        await Settle();
        Assert.Equal(4, (await Running()).Count);
        await Plane.Finish(await PodOf(3), "Succeeded");
        await Settle();

        await Change(spec => spec with { Completions = 1, Parallelism = 1 });
        var job = await Settle();

        Assert.Equal((1, 0, ""), (job.Status!.Active, job.Status.Succeeded, job.Status.CompletedIndexes ?? ""));
        Assert.EndsWith("Complete:CompletionsReached", Ends(await FinishAll("Succeeded")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_early_when_its_success_policy_is_met()
    {
        await Start(new()
        {
            Completions = 4, Parallelism = 4, CompletionMode = "Indexed",
            SuccessPolicy = new() { Rules = [new() { SucceededIndexes = "0-1", SucceededCount = 1 }] },
        });
        await Plane.Ready(await PodOf(3));
        await Plane.Finish(await PodOf(1), "Succeeded");
        var job = await Settle();
        Assert.Equal("SuccessCriteriaMet:SuccessPolicy", Ends(job));
        Assert.Equal(1, job.Status!.Terminating);

        await Plane.EndTerminating(Namespace);
        job = await Settle();

        Assert.Equal("SuccessCriteriaMet:SuccessPolicy, Complete:SuccessPolicy", Ends(job));
        Assert.Equal((1, 0, "1"), (job.Status!.Succeeded, job.Status.Failed, job.Status.CompletedIndexes));
    }

    [Fact]
    public async Task With_nothing_to_do_completes_at_once()
    {
        var job = await Start(new() { Completions = 0, Parallelism = 1 });

        Assert.EndsWith("Complete:CompletionsReached", Ends(job), StringComparison.Ordinal);
        Assert.Empty(await Pods());
    }

    [Fact]
    public async Task Is_left_alone_when_somebody_else_manages_it()
    {
        var job = await Start(new() { Completions = 1, ManagedBy = "example.com/other" });

        Assert.Empty(await Pods());
        Assert.Null(job.Status?.StartTime);
    }

    [Fact]
    public async Task Adopts_a_pod_that_it_selects_and_counts_it()
    {
        var labels = new Dictionary<string, string> { ["app"] = "work" };
        await Plane.Create(new Pod
        {
            Metadata = new() { Name = "stray", Namespace = Namespace, Labels = labels },
            Spec = new() { RestartPolicy = "Never", Containers = [new() { Name = "c", Image = "busybox" }] },
        });
        await Plane.Create(new Job
        {
            Metadata = new() { Name = "work", Namespace = Namespace },
            Spec = new()
            {
                ManualSelector = true,
                Selector = new() { MatchLabels = labels },
                Template = new() { Metadata = new() { Labels = labels }, Spec = new() { RestartPolicy = "Never", Containers = [new() { Name = "c", Image = "busybox" }] } },
            },
        });
        await Settle();
        Assert.Equal("stray", Assert.Single(await Pods()).Metadata!.Name);

        Assert.Equal(1, (await FinishAll("Succeeded")).Status!.Succeeded);
    }
}
