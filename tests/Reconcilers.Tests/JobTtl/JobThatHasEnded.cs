using CloudletK8s.Api.Batch.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.JobTtl;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.JobTtl;

public sealed class JobThatHasEnded
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 30, 30)]
    [InlineData(29, 30, 1)]
    [InlineData(-60, 30, 90)]
    public void Waits_for_the_rest_of_its_time(int endedSecondsAgo, int seconds, int left)
    {
        var plan = JobTtlPlan.Decide(Ended(endedSecondsAgo, seconds), Now);

        Assert.Empty(plan.Steps);
        Assert.Equal(TimeSpan.FromSeconds(left), Assert.IsType<ReconcileResult.RequeueAfter>(plan.Result).Delay);
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(0, 0)]
    public void Is_deleted_with_its_pods_when_its_time_is_over(int endedSecondsAgo, int seconds)
    {
        var plan = JobTtlPlan.Decide(Ended(endedSecondsAgo, seconds), Now);

        var delete = Assert.IsType<Write.Delete<Job>>(Assert.Single(Assert.Single(plan.Steps).Writes));
        Assert.Equal(("Foreground", "7"), (delete.Options.PropagationPolicy, delete.Options.Preconditions!.ResourceVersion));
    }

    [Fact]
    public async Task Stays_while_it_has_no_time_to_live()
    {
        var time = new ManualTime(Now);
        await using var plane = await ControlPlane.Start(services => [new JobTtlController(services)], time);
        var space = await plane.Namespace();
        await plane.Create(new Job
        {
            Metadata = new() { Name = "work", Namespace = space },
            Spec = new() { Template = new() { Spec = new() { RestartPolicy = "Never", Containers = [new() { Name = "c", Image = "busybox" }] } } },
        });
        await plane.Change<Job>(space, "work", job => job with { Status = Ended(0, 0).Status }, status: true);
        await plane.Quiet();
        time.Advance(TimeSpan.FromDays(1));
        await plane.Quiet();
        Assert.Null((await plane.Get<Job>(space, "work"))!.Metadata!.DeletionTimestamp);

        await plane.Change<Job>(space, "work", job => job with { Spec = job.Spec! with { TtlSecondsAfterFinished = 60 } });
        await plane.Quiet();

        // What is left of it waits for the garbage collector.
        Assert.NotNull((await plane.Get<Job>(space, "work"))!.Metadata!.DeletionTimestamp);
    }

    private static Job Ended(int secondsAgo, int seconds) => new()
    {
        Metadata = new() { Name = "work", Namespace = "test", Uid = "u", ResourceVersion = "7" },
        Spec = new() { TtlSecondsAfterFinished = seconds },
        Status = new()
        {
            StartTime = Now.AddSeconds(-secondsAgo), CompletionTime = Now.AddSeconds(-secondsAgo),
            Conditions = [new() { Type = "SuccessCriteriaMet", Status = "True" }, new() { Type = "Complete", Status = "True", LastTransitionTime = Now.AddSeconds(-secondsAgo) }],
        },
    };
}
