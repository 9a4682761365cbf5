using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Children;

namespace CloudletK8s.Reconcilers.Jobs;

/// <summary>Jobs.</summary>
internal sealed class JobController : PlannedController<JobView>
{
    private readonly ObjectCache<Job> _jobs;
    private readonly ObjectCache<Pod> _pods;
    private readonly ObjectIndex<Pod> _podsByController;
    private readonly ObjectIndex<Pod> _orphans;
    private readonly FreedNames<Pod> _freed;

    public JobController(ControllerServices services) : base("job-controller", services)
    {
        _jobs = Sources.For<Job>(static change => change.Current is { } job && !job.IsFinished() && !job.IsManagedElsewhere());
        _pods = Sources.Owned<Pod, Job>(Adopters);
        Sources.Write("pods", "jobs/status");
        _podsByController = ChildIndexes.ByController(_pods);
        _orphans = ChildIndexes.Orphans(_pods);
        _freed = new(_pods);
    }

    protected override ValueTask<JobView?> Read(ObjectName name, CancellationToken cancellationToken)
    {
        if (_jobs.Get(name) is not { Metadata.Uid: { } uid, Spec: { } spec } job || job.IsFinished() || job.IsManagedElsewhere()
            || !LabelRequirements.TryRead(spec.Selector, out var selector, out _))
        {
            return default;
        }

        return new(new JobView(
            job, selector, [.. _podsByController.Of(uid), .. _orphans.Of(name.Namespace)],
            pod => _freed.IsTaken(name.Namespace, pod)));
    }

    protected override Plan Decide(JobView snapshot, DateTimeOffset now) => JobPlan.Decide(snapshot, now);

    private IEnumerable<ObjectName> Adopters(Pod pod) => _jobs.InNamespace(pod.Metadata?.Namespace ?? "")
        .Where(job => !job.IsFinished() && !job.IsManagedElsewhere()
            && JobSelection.Selects(job, pod))
        .Select(job => ObjectName.Of(job));
}
