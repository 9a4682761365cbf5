using CloudletK8s.Api.Batch.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Jobs;

namespace CloudletK8s.Reconcilers.JobTtl;

/// <summary>Jobs that are over and have a time to live.</summary>
internal sealed class JobTtlController : PlannedController<Job>
{
    private readonly ObjectCache<Job> _jobs;

    public JobTtlController(ControllerServices services) : base("ttl-after-finished-controller", services)
    {
        _jobs = Sources.For<Job>(static change => change.Current is { } job && Expires(job));
        Sources.Write("jobs");
    }

    protected override ValueTask<Job?> Read(ObjectName name, CancellationToken cancellationToken) =>
        new(_jobs.Get(name) is { } job && Expires(job) ? job : null);

    protected override Plan Decide(Job snapshot, DateTimeOffset now) => JobTtlPlan.Decide(snapshot, now);

    private static bool Expires(Job job) => job.Spec?.TtlSecondsAfterFinished is not null && job.Metadata?.DeletionTimestamp is null && job.IsFinished();
}
