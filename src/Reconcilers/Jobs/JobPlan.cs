using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1;
using CloudletK8s.ControllerRuntime.Controllers;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Children;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Jobs;

/// <summary>Brings a job a step further: pods counted so far are let go, pods are made or stopped, and the rest is written down.</summary>
internal static class JobPlan
{
    public static Plan Decide(JobView view, DateTimeOffset now)
    {
        var job = view.Job;
        var claim = Claim<Pod>.Make(job, view.Selector, view.Candidates, (pod, metadata) => WithOwner(job, pod, metadata));
        if (claim.Writes.Count > 0)
            return new() { Steps = [new(claim.Writes)], Result = new ReconcileResult.RequeueAfter(TimeSpan.Zero, "pods were adopted or released") };

        var facts = new JobFacts(job, claim.Owned);
        var verdict = JobVerdict.Of(facts, now);
        var work = verdict is null ? JobPodWork.Of(view, facts, now) : JobPodWork.Stop(facts);
        IReadOnlyList<Write> released = [.. JobTally.Of(facts, verdict).Released.Select(JobPodWork.Untrack)];
        return new()
        {
            Steps = released.Count > 0 ? [new(released), .. work.Steps] : work.Steps,
            Status = outcome => JobStatusUpdate.Of(new(facts, verdict, work, released, outcome), now),
            Result = ReconcileResult.Sooner(work.Next, Deadline(facts, verdict, now)),
            WhenRefused = Refusals.Retry,
        };
    }

    /// <summary>A pod comes to a job with its finalizer and goes without.</summary>
    private static Pod WithOwner(Job job, Pod pod, ObjectMeta metadata)
    {
        var changed = pod with { Metadata = metadata };
        return changed with { Metadata = OwnerReferences.IsControlledBy(changed, job) ? metadata.WithTracking() : metadata.WithoutTracking() };
    }

    private static ReconcileResult Deadline(JobFacts facts, JobVerdict? verdict, DateTimeOffset now)
    {
        if (verdict is not null || facts.Spec.ActiveDeadlineSeconds is not { } seconds || facts.Job.IsSuspended())
            return ReconcileResult.Done.Instance;

        var left = (facts.Status.StartTime ?? now).AddSeconds(seconds) - now;
        return new ReconcileResult.RequeueAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero, "the job's deadline passes");
    }
}
