using CloudletK8s.Api.Batch.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Children;

namespace CloudletK8s.Reconcilers.CronJobs;

/// <summary>Cron jobs. Sleeps from one time of a schedule to the next.</summary>
internal sealed class CronJobController : PlannedController<CronJobView>
{
    private readonly ObjectCache<CronJob> _cronJobs;
    private readonly ObjectCache<Job> _jobs;
    private readonly ObjectIndex<Job> _jobsByController;

    public CronJobController(ControllerServices services) : base("cronjob-controller", services)
    {
        _cronJobs = Sources.For<CronJob>();
        _jobs = Sources.Owned<Job, CronJob>();
        Sources.Write("jobs", "cronjobs/status");
        _jobsByController = ChildIndexes.ByController(_jobs);
    }

    protected override ValueTask<CronJobView?> Read(ObjectName name, CancellationToken cancellationToken) => new(
        _cronJobs.Get(name) is { Metadata.Uid: { } uid } cronJob
            ? new CronJobView(cronJob, _jobsByController.Of(uid), job => _jobs.Get(name.Namespace, job) is not null)
            : null);

    protected override Plan Decide(CronJobView snapshot, DateTimeOffset now) => CronJobPlan.Decide(snapshot, now);
}
