using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Jobs;

/// <summary>
/// Counts each pod exactly once, whatever happens in between: a pod that has ended is written into the status by its uid (or its
/// index), then it loses its finalizer, then its uid becomes a number in the status.
/// </summary>
/// <param name="Released">Pods that are written down, or need not be: they lose the finalizer.</param>
/// <param name="Succeeded">Uids to be written down in addition.</param>
/// <param name="Failed">Uids to be written down in addition.</param>
/// <param name="Indexes">Completed indexes to be written down in addition.</param>
/// <param name="IsCut">There are more than one status takes.</param>
internal sealed record JobTally(
    IReadOnlyList<Pod> Released, IReadOnlyList<string> Succeeded, IReadOnlyList<string> Failed, IReadOnlyList<int> Indexes, bool IsCut)
{
    /// <summary>The most uids that a status holds.</summary>
    private const int MostUncounted = 500;

    /// <param name="verdict">How the job ends, if all that it takes was done.</param>
    public static JobTally Of(JobFacts facts, JobVerdict? verdict)
    {
        var released = new List<Pod>();
        List<string> succeeded = [], failed = [];
        var indexes = new List<int>();
        var uncounted = facts.Status.UncountedTerminatedPods;
        var room = MostUncounted - (uncounted?.Succeeded?.Count ?? 0) - (uncounted?.Failed?.Count ?? 0);
        var isCut = false;
        foreach (var pod in facts.Pods)
        {
            if (!pod.IsTracked() || !MayGo(facts, verdict, pod))
                continue;
            if (succeeded.Count + failed.Count + indexes.Count >= room)
                isCut = true;

            var uid = pod.Metadata!.Uid!;
            if (pod.Status?.Phase == PodState.Succeeded && !facts.HasRecordedFailure(pod))
            {
                if (!facts.Job.IsIndexed())
                    Note(uid, succeeded, facts.HasRecordedSuccess(pod), pod);
                else if (pod.IndexBelow(facts.Completions) is { } index && !facts.RecordedIndexes.Has(index))
                    Note(index, indexes, isRecorded: false, pod);
                else
                    Release(pod);
            }
            else if (CountsAsFailed(facts, verdict, pod) && FailurePolicy.Match(facts.Job, pod).Counts
                && (!facts.Job.IsIndexed() || pod.IndexBelow(facts.Completions) is not null))
            {
                Note(uid, failed, facts.HasRecordedFailure(pod), pod);
            }
            else
            {
                Release(pod);
            }
        }

        return new(released, succeeded, failed, indexes, isCut);

        void Note<T>(T key, List<T> list, bool isRecorded, Pod pod)
        {
            if (isRecorded)
                Release(pod);
            else if (!isCut)
                list.Add(key);
        }

        void Release(Pod pod)
        {
            // What the job ends with is written down before its pods can vanish.
            if (verdict is null or { IsRecorded: true })
                released.Add(pod);
        }
    }

    private static bool MayGo(JobFacts facts, JobVerdict? verdict, Pod pod)
    {
        if (facts.IsLeaving || verdict is not null || pod.Status?.Phase == PodState.Succeeded)
            return true;

        return pod.HasFailed(facts.Job)
            && !(pod.Index() is { } index && facts.LastFailures.TryGetValue(index, out var last) && last.Metadata!.Uid == pod.Metadata!.Uid);
    }

    /// <summary>Whatever still ran when a job failed has failed; what is stopped because the job has succeeded has not.</summary>
    private static bool CountsAsFailed(JobFacts facts, JobVerdict? verdict, Pod pod) => verdict switch
    {
        { Succeeds: false } => true,
        { Succeeds: true, IsRecorded: true } => pod.Status?.Phase == PodState.Failed,
        _ => pod.HasFailed(facts.Job),
    };
}
