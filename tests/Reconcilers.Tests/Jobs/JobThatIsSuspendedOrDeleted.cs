using CloudletK8s.Api.Batch.V1;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.Jobs;

public sealed class JobThatIsSuspendedOrDeleted : JobPlane
{
    [Fact]
    public async Task Starts_when_it_is_resumed()
    {
        var job = await Start(new() { Completions = 1, Suspend = true, ActiveDeadlineSeconds = 20 });
        Assert.Equal("Suspended:JobSuspended", Ends(job));
        Assert.Null(job.Status!.StartTime);
        Assert.Empty(await Pods());
        await After(100);

        await Change(spec => spec with { Suspend = false });
        job = await Settle();

        Assert.Equal(("", Time.GetUtcNow()), (Ends(job), job.Status!.StartTime));
        Assert.Equal(("Suspended", "False", "JobResumed"), (job.Status.Conditions![0].Type, job.Status.Conditions[0].Status, job.Status.Conditions[0].Reason));
        Assert.Single(await Running());
        Assert.Equal(3, (await Told()).Count);
        Assert.StartsWith("FailureTarget:DeadlineExceeded", Ends(await After(20)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_its_pods_up_without_counting_them_when_it_is_suspended()
    {
        await Start(new() { Completions = 3, Parallelism = 3 });
        await Plane.AllReady(Namespace);
        await Settle();
        await Change(spec => spec with { Suspend = true });
        var job = await Settle();
        Assert.Equal((0, 3, 0), (job.Status!.Active, job.Status.Terminating, job.Status.Failed));

        await Plane.EndTerminating(Namespace);
        job = await Settle();

        Assert.Equal((0, 0, 0), (job.Status!.Active, job.Status.Terminating, job.Status.Failed));
        Assert.Empty(await Pods());
        Assert.Contains("Normal Suspended Job suspended", await Told());
    }

    [Fact]
    public async Task Lets_its_pods_go_when_it_is_gone()
    {
        await Start(new() { Completions = 2, Parallelism = 2 });
        await Plane.Delete<Job>(Namespace, "work");
        await Plane.Quiet();

        Assert.All(await Pods(), pod => Assert.Empty(pod.Metadata!.Finalizers ?? []));
    }

    [Fact]
    public async Task Gives_up_the_youngest_pods_when_it_is_made_smaller()
    {
        await Start(new() { Completions = 5, Parallelism = 3 });
        await Plane.Ready((await Running())[0]);
        await Settle();
        await Change(spec => spec with { Parallelism = 1 });
        var job = await Settle();

        Assert.Equal((1, 1, 0), (job.Status!.Active, job.Status.Ready, job.Status.Failed));
        Assert.Single(await Pods());
    }
}
