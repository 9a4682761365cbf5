using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Jobs;

/// <summary>What a job knows after its plan was carried out, as far as it was.</summary>
/// <param name="Released">Removals of finalizers that the plan began with.</param>
internal sealed record JobProgress(JobFacts Facts, JobVerdict? Planned, JobPodWork Work, IReadOnlyList<Write> Released, PlanOutcome Outcome)
{
    /// <summary>Nothing is said about a part of a step: the next look finds what became of it.</summary>
    private bool IsDone => Outcome.IsDone;

    public int Active => IsDone ? Facts.Active.Count + Work.Made - Work.Deleted.Count : Facts.Active.Count;

    public int Ready => Facts.Ready - (IsDone ? Work.Deleted.Count(pod => pod.IsReady()) : 0);

    /// <summary>A pod that is on no node has gone at once, unless it is kept to be counted.</summary>
    public int Terminating => Facts.Terminating - GoneByRelease + (IsDone ? Work.Deleted.Count(pod => IsOnNode(pod) || Planned is not null) : 0);

    /// <summary>How the job ends; not yet, while pods could not be stopped.</summary>
    public JobVerdict? Verdict => Planned switch
    {
        null => Facts.IsLeaving ? null : JobVerdict.OfCompletions(Facts, Active),
        { IsRecorded: true } => Planned,
        _ => IsDone ? Planned : null,
    };

    /// <summary>Whether the finalizer of the pod is still there.</summary>
    public HashSet<string> StillTracked
    {
        get
        {
            var tracked = Facts.Pods.Where(pod => pod.IsTracked()).Select(pod => pod.Metadata!.Uid!).ToHashSet(StringComparer.Ordinal);
            if (AreReleased)
                tracked.ExceptWith(Released.Select(write => ((Write.Update<Pod>)write).Object.Metadata!.Uid!));
            return tracked;
        }
    }

    private bool AreReleased => IsDone || !Released.Any(write => Outcome.Refusals.Any(refusal => ReferenceEquals(refusal.Write, write)));

    private int GoneByRelease => !AreReleased ? 0 : Released.Count(write => ((Write.Update<Pod>)write).Object is var pod
        && pod.IsTerminating() && !pod.IsFinished() && !IsOnNode(pod) && pod.Metadata!.Finalizers is not { Count: > 0 });

    private static bool IsOnNode(Pod pod) => pod.Spec?.NodeName is { Length: > 0 };
}
