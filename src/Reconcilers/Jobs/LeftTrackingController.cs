using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Caches;
using CloudletK8s.ControllerRuntime.Clients;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Children;

namespace CloudletK8s.Reconcilers.Jobs;

/// <summary>Lets pods go that wait to be counted by a job that is gone, or over. Works on pods, one at a time.</summary>
internal sealed class LeftTrackingController : PlannedController<Pod>
{
    private readonly ObjectCache<Job> _jobs;
    private readonly ObjectCache<Pod> _pods;

    public LeftTrackingController(ControllerServices services) : base("job-tracking-controller", services)
    {
        _jobs = Sources.On<Job>(PodsOf);
        _pods = Sources.For<Pod>(change => change.Current is { } pod && pod.IsTracked() && IsLeft(pod));
        Sources.Write("pods");
        ByJob = ChildIndexes.ByController(_pods);
    }

    private ObjectIndex<Pod> ByJob { get; }

    protected override ValueTask<Pod?> Read(ObjectName name, CancellationToken cancellationToken) =>
        new(_pods.Get(name) is { } pod && pod.IsTracked() && IsLeft(pod) ? pod : null);

    protected override Plan Decide(Pod snapshot, DateTimeOffset now) => Plan.Of(JobPodWork.Untrack(snapshot));

    private IEnumerable<ObjectName> PodsOf(ObjectChange<Job> change) =>
        change.Current is { } job && !job.IsFinished() ? [] : ByJob.Of(change.Object.Metadata!.Uid!).Where(JobPodState.IsTracked).Select(pod => ObjectName.Of(pod));

    private bool IsLeft(Pod pod)
    {
        var space = pod.Metadata?.Namespace ?? "";
        if (OwnerReferences.Controller(pod) is not { } owner)
            return !_jobs.InNamespace(space).Any(job => !job.IsFinished() && JobSelection.Selects(job, pod));
        if (owner.Kind != "Job" || owner.ApiVersion?.StartsWith("batch/", StringComparison.Ordinal) != true)
            return false;

        return _jobs.Get(space, owner.Name ?? "") is not { } job || job.Metadata?.Uid != owner.Uid || (job.IsFinished() && !job.IsManagedElsewhere());
    }
}
