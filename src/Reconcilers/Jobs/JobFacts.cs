using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Jobs;

/// <summary>A job and its pods, counted. What is stored of a pod and what is not yet is told apart by its finalizer.</summary>
internal sealed class JobFacts
{
    private readonly HashSet<string> _uncountedSucceeded;
    private readonly HashSet<string> _uncountedFailed;

    public JobFacts(Job job, IReadOnlyList<Pod> pods)
    {
        Job = job;
        Spec = job.Spec ?? new();
        Status = job.Status ?? new();
        Completions = Spec.Completions ?? int.MaxValue;

        // Indexes are introduced in order.
        Pods = job.IsIndexed() ? [.. pods.OrderBy(pod => pod.Index() ?? -1)] : pods;
        Active = [.. Pods.Where(pod => pod.IsActive())];
        _uncountedSucceeded = [.. Status.UncountedTerminatedPods?.Succeeded ?? []];
        _uncountedFailed = [.. Status.UncountedTerminatedPods?.Failed ?? []];

        // Pods are counted while they keep their finalizer and are not written down yet.
        var uncounted = Pods.Where(pod => pod.IsTracked() && (!job.IsIndexed() || pod.IndexBelow(Completions) is not null)).ToList();
        var succeeded = uncounted.Count(pod => pod.Status?.Phase == PodState.Succeeded && !_uncountedSucceeded.Contains(pod.Metadata!.Uid!));
        var failed = uncounted.Count(pod => pod.HasFailed(job) && !_uncountedFailed.Contains(pod.Metadata!.Uid!) && FailurePolicy.Match(job, pod).Counts);
        Succeeded = Status.Succeeded + succeeded + _uncountedSucceeded.Count;
        Failed = Status.Failed + failed + _uncountedFailed.Count;
        if (job.IsIndexed())
        {
            RecordedIndexes = IndexIntervals.Parse(Status.CompletedIndexes, Completions);
            SucceededIndexes = RecordedIndexes.Union(IndexIntervals.Of(uncounted.Where(pod => pod.Status?.Phase == PodState.Succeeded).Select(pod => pod.Index()!.Value)));
            Succeeded = SucceededIndexes.Count;
        }

        if (job.LimitsEachIndex())
        {
            FailedIndexes = IndexIntervals.Parse(Status.FailedIndexes, Completions)
                .Union(IndexIntervals.Of(uncounted.Where(FailsItsIndex).Select(pod => pod.Index()!.Value)));
            LastFailures = FindLastFailures(uncounted);
        }
    }

    public Job Job { get; }

    public JobSpec Spec { get; }

    public JobStatus Status { get; }

    public int Completions { get; }

    public IReadOnlyList<Pod> Pods { get; }

    public List<Pod> Active { get; }

    /// <summary>Pods that have succeeded, whether written down or not; of an indexed job, indexes.</summary>
    public int Succeeded { get; }

    public int Failed { get; }

    /// <summary>As the status has them.</summary>
    public IndexIntervals RecordedIndexes { get; } = IndexIntervals.None;

    public IndexIntervals SucceededIndexes { get; } = IndexIntervals.None;

    /// <summary>Null: the job does not count failures by index.</summary>
    public IndexIntervals? FailedIndexes { get; }

    /// <summary>
    /// The last failed pod of each index that has to be tried again. It is kept until its successor exists, which takes the count of
    /// failures over from it.
    /// </summary>
    public Dictionary<int, Pod> LastFailures { get; } = [];

    public int Ready => Active.Count(pod => pod.IsReady());

    public int Terminating => Pods.Count(pod => pod.IsTerminating() && !pod.IsFinished());

    public bool IsLeaving => Job.Metadata!.DeletionTimestamp is not null;

    public bool HasRecordedSuccess(Pod pod) => _uncountedSucceeded.Contains(pod.Metadata!.Uid!);

    public bool HasRecordedFailure(Pod pod) => _uncountedFailed.Contains(pod.Metadata!.Uid!);

    private bool FailsItsIndex(Pod pod)
    {
        if (!pod.HasFailed(Job))
            return false;

        var policy = FailurePolicy.Match(Job, pod);
        return policy.FailsIndex || (policy.Counts && pod.EarlierFailures() >= Spec.BackoffLimitPerIndex);
    }

    private Dictionary<int, Pod> FindLastFailures(List<Pod> uncounted)
    {
        var busy = IndexIntervals.Of(Active.Select(pod => pod.Index()).OfType<int>()).Union(SucceededIndexes).Union(FailedIndexes!);
        var last = new Dictionary<int, Pod>();
        foreach (var pod in uncounted.Where(pod => pod.HasFailed(Job)))
        {
            var index = pod.Index()!.Value;
            if (!busy.Has(index) && (!last.TryGetValue(index, out var earlier) || IsAfter(pod, earlier)))
                last[index] = pod;
        }

        return last;
    }

    private static bool IsAfter(Pod pod, Pod earlier) =>
        pod.EarlierFailuresOfAnyKind() >= earlier.EarlierFailuresOfAnyKind() && pod.FinishTime() >= earlier.FinishTime();
}
