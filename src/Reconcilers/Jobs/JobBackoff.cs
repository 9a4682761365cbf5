using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Jobs;

/// <summary>How long after a failure the next pod waits: 10 s, twice as long with each failure, 10 minutes at most.</summary>
internal static class JobBackoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Of the whole job: the failures since the last success, told by the pods that are still there.</summary>
    public static TimeSpan Left(JobFacts facts, DateTimeOffset now)
    {
        DateTimeOffset? success = null;
        foreach (var pod in facts.Pods)
        {
            if (pod.Status?.Phase == PodState.Succeeded && (success is null || pod.FinishTime() > success))
                success = pod.FinishTime();
        }

        var failures = 0;
        DateTimeOffset? last = null;
        foreach (var pod in facts.Pods)
        {
            var at = pod.FinishTime();
            if (!pod.HasFailed(facts.Job) || at <= success)
                continue;

            failures++;
            last = last is null || at > last ? at : last;
        }

        return last is null ? TimeSpan.Zero : Left(failures, last.Value, now);
    }

    /// <summary>Of one index.</summary>
    /// <param name="lastFailure">Null: it has not failed.</param>
    public static TimeSpan Left(Pod? lastFailure, DateTimeOffset now) =>
        lastFailure is null ? TimeSpan.Zero : Left(lastFailure.EarlierFailuresOfAnyKind() + 1, lastFailure.FinishTime(), now);

    private static TimeSpan Left(int failures, DateTimeOffset last, DateTimeOffset now)
    {
        var pause = failures > 7 ? Longest : First * (1 << (failures - 1));
        var left = (pause < Longest ? pause : Longest) - (now - last);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
