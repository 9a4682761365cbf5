using CloudletK8s.Api.Batch.V1;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.Reconcilers.CronJobs;
using CloudletK8s.TestKit.Controllers;

namespace CloudletK8s.Reconcilers.Tests.CronJobs;

public sealed class CronJobOnAControlPlane : IAsyncLifetime
{
    private readonly ManualTime _time = new(new(2026, 1, 1, 0, 0, 30, TimeSpan.Zero));
    private ControlPlane _plane = null!;
    private string _namespace = "";

    public async Task InitializeAsync()
    {
        _plane = await ControlPlane.Start(services => [new CronJobController(services)], _time);
        _namespace = await _plane.Namespace();
    }

    public Task DisposeAsync() => _plane.DisposeAsync().AsTask();

    [Fact]
    public async Task Starts_a_job_at_each_time_named_after_its_minute()
    {
        await Start(new() { Schedule = "* * * * *" });
        Assert.Empty(await Jobs());
        await After(29);
        Assert.Empty(await Jobs());
        var cron = await After(1);

        var job = Assert.Single(await Jobs());
        Assert.Equal($"tick-{_time.GetUtcNow().ToUnixTimeSeconds() / 60}", job.Metadata!.Name);
        Assert.Equal("2026-01-01T00:01:00Z", job.Metadata.Annotations!["batch.kubernetes.io/cronjob-scheduled-timestamp"]);
        Assert.Equal("tick", Assert.Single(job.Metadata.OwnerReferences!).Name);
        Assert.Equal((job.Metadata.Uid, _time.GetUtcNow()), (Assert.Single(cron.Status!.Active!).Uid, cron.Status.LastScheduleTime));
        Assert.Equal([$"Normal SuccessfulCreate Created job {job.Metadata.Name}"], await Told());

        await After(60);
        Assert.Equal(2, (await Jobs()).Count);
    }

    [Fact]
    public async Task Takes_finished_jobs_off_its_list_and_keeps_few()
    {
        await Start(new() { Schedule = "* * * * *", SuccessfulJobsHistoryLimit = 1 });
        CronJob cron = null!;
        for (var i = 0; i < 3; i++)
        {
            await After(60);
            await Complete((await Jobs()).Single(job => job.Status?.CompletionTime is null));
            cron = await Settle();
        }

        Assert.Single(await Jobs());
        Assert.Empty(cron.Status!.Active ?? []);
        Assert.Equal(_time.GetUtcNow(), cron.Status.LastSuccessfulTime);
        Assert.Contains(await Told(), told => told.StartsWith("Normal SawCompletedJob Saw completed job: tick-", StringComparison.Ordinal) && told.EndsWith(", status: Complete", StringComparison.Ordinal));
        Assert.Contains(await Told(), told => told.StartsWith("Normal SuccessfulDelete Deleted job tick-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Does_not_start_over_a_running_job_when_it_must_not()
    {
        await Start(new() { Schedule = "* * * * *", ConcurrencyPolicy = "Forbid" });
        await After(60);
        await After(60);
        var job = Assert.Single(await Jobs());
        Assert.Contains("Normal JobAlreadyActive Not starting job because prior execution is running and concurrency policy is Forbid", await Told());

        await Complete(job);
        await Settle();

        Assert.Equal(2, (await Jobs()).Count);
    }

    [Fact]
    public async Task Replaces_a_running_job_when_told()
    {
        await Start(new() { Schedule = "* * * * *", ConcurrencyPolicy = "Replace" });
        await After(60);
        var first = Assert.Single(await Jobs());
        var cron = await After(60);

        var second = Assert.Single(await Jobs());
        Assert.NotEqual(first.Metadata!.Uid, second.Metadata!.Uid);
        Assert.Equal(second.Metadata.Uid, Assert.Single(cron.Status!.Active!).Uid);
    }

    [Fact]
    public async Task Starts_only_the_last_of_the_times_that_it_missed_and_says_when_they_are_too_many()
    {
        await Start(new() { Schedule = "* * * * *", Suspend = true });
        await After(7200);
        Assert.Empty(await Jobs());

        await Change(spec => spec with { Suspend = false });
        await Settle();

        Assert.Equal($"tick-{_time.GetUtcNow().ToUnixTimeSeconds() / 60}", Assert.Single(await Jobs()).Metadata!.Name);
        Assert.Contains(await Told(), told => told.StartsWith("Warning TooManyMissedTimes too many missed start times", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lets_a_time_pass_that_lies_too_far_back()
    {
        await Start(new() { Schedule = "0 * * * *", StartingDeadlineSeconds = 10, Suspend = true });
        await After(3600);
        await Change(spec => spec with { Suspend = false });
        await Settle();
        Assert.Empty(await Jobs());

        await After(3570);
        Assert.Single(await Jobs());
    }

    [Fact]
    public async Task Follows_its_time_zone()
    {
        await Start(new() { Schedule = "0 9 * * *", TimeZone = "Asia/Tokyo" });
        await After(86400);

        Assert.Equal("2026-01-02T09:00:00+09:00", Assert.Single(await Jobs()).Metadata!.Annotations!["batch.kubernetes.io/cronjob-scheduled-timestamp"]);
    }

    [Fact]
    public async Task Says_that_a_schedule_never_comes()
    {
        await Start(new() { Schedule = "0 0 30 2 *" });

        Assert.Empty(await Jobs());
        Assert.Equal(["Warning InvalidSchedule invalid schedule: 0 0 30 2 * : it names no time in the years to come"], await Told());
    }

    [Fact]
    public async Task Wonders_about_jobs_that_others_made_for_it_and_notices_those_that_vanish()
    {
        var cron = await Start(new() { Schedule = "* * * * *" });
        await After(60);
        var job = Assert.Single(await Jobs());
        await _plane.Delete<Job>(_namespace, job.Metadata!.Name!);
        cron = await Settle();
        Assert.Empty(cron.Status!.Active ?? []);
        Assert.Contains($"Normal MissingJob Active job went missing: {job.Metadata.Name}", await Told());

        await _plane.Create(new Job
        {
            Metadata = new() { Name = "by-hand", Namespace = _namespace, OwnerReferences = job.Metadata.OwnerReferences },
            Spec = cron.Spec!.JobTemplate!.Spec,
        });
        await Settle();

        Assert.Contains("Warning UnexpectedJob Saw a job that the controller did not create or forgot: by-hand", await Told());
    }

    private async Task<CronJob> Start(CronJobSpec spec)
    {
        await _plane.Create(new CronJob
        {
            Metadata = new() { Name = "tick", Namespace = _namespace },
            Spec = spec with
            {
                JobTemplate = new() { Spec = new() { Template = new() { Spec = new() { RestartPolicy = "Never", Containers = [new() { Name = "c", Image = "busybox" }] } } } },
            },
        });
        return await Settle();
    }

    private Task<CronJob> Change(Func<CronJobSpec, CronJobSpec> edit) => _plane.Change<CronJob>(_namespace, "tick", cron => cron with { Spec = edit(cron.Spec!) });

    private async Task<CronJob> After(int seconds)
    {
        _time.Advance(TimeSpan.FromSeconds(seconds));
        return await Settle();
    }

    private async Task<CronJob> Settle()
    {
        await _plane.Quiet();
        return (await _plane.Get<CronJob>(_namespace, "tick"))!;
    }

    private Task<IReadOnlyList<Job>> Jobs() => _plane.List<Job>(_namespace);

    private Task<IReadOnlyList<string>> Told() => _plane.EventsOf(_namespace, "tick");

    private Task<Job> Complete(Job job) => _plane.Change<Job>(_namespace, ObjectName.Of(job).Name, current => current with
    {
        Status = (current.Status ?? new()) with
        {
            StartTime = _time.GetUtcNow(), CompletionTime = _time.GetUtcNow(),
            Conditions = [new() { Type = "SuccessCriteriaMet", Status = "True" }, new() { Type = "Complete", Status = "True", LastTransitionTime = _time.GetUtcNow() }],
        },
    }, status: true);
}
