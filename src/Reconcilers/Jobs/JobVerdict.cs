using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Jobs;

/// <summary>
/// How a job ends. First it is written down as a target (FailureTarget, SuccessCriteriaMet), and when all pods have ended and are
/// counted, as the end.
/// </summary>
/// <param name="IsRecorded">The status has it already, so that pods may be let go because of it.</param>
internal sealed record JobVerdict(bool Succeeds, string Reason, string Message, bool IsRecorded = false)
{
    private static readonly JobVerdict TooManyFailures = new(false, "BackoffLimitExceeded", "Job has reached the specified backoff limit");
    private static readonly JobVerdict TooLong = new(false, "DeadlineExceeded", "Job was active longer than specified deadline");
    private static readonly JobVerdict TooManyIndexes = new(false, "MaxFailedIndexesExceeded", "Job has exceeded the specified maximal number of failed indexes");
    private static readonly JobVerdict IndexesFailed = new(false, "FailedIndexes", "Job has failed indexes");

    public static JobVerdict Completed { get; } = new(true, "CompletionsReached", "Reached expected number of succeeded pods");

    /// <summary>Null: it goes on, unless it has all its completions.</summary>
    public static JobVerdict? Of(JobFacts facts, DateTimeOffset now) =>
        Recorded(facts) ?? ByFailurePolicy(facts) ?? ByLimits(facts, now) ?? ByIndexes(facts) ?? BySuccessPolicy(facts);

    /// <summary>All completions are there and no pod runs any more.</summary>
    /// <param name="active">Pods that run after the plan.</param>
    public static JobVerdict? OfCompletions(JobFacts facts, int active) =>
        active == 0 && (facts.Spec.Completions is { } completions ? facts.Succeeded >= completions : facts.Succeeded > 0) ? Completed : null;

    private static JobVerdict? Recorded(JobFacts facts) =>
        facts.Job.TrueCondition(JobConditions.SuccessCriteriaMet) is { } met ? new(true, met.Reason ?? "", met.Message ?? "", IsRecorded: true)
        : facts.Job.TrueCondition(JobConditions.FailureTarget) is { } target ? new(false, target.Reason ?? "", target.Message ?? "", IsRecorded: true)
        : null;

    private static JobVerdict? ByFailurePolicy(JobFacts facts)
    {
        if (facts.Spec.PodFailurePolicy is null)
            return null;

        foreach (var pod in facts.Pods)
        {
            if (pod.HasFailed(facts.Job) && FailurePolicy.Match(facts.Job, pod) is { FailsJob: true } policy)
                return new(false, "PodFailurePolicy", policy.Message);
        }

        return null;
    }

    private static JobVerdict? ByLimits(JobFacts facts, DateTimeOffset now)
    {
        if (facts.Failed > (facts.Spec.BackoffLimit ?? int.MaxValue) || HasRestartedTooOften(facts))
            return TooManyFailures;

        return facts.Spec.ActiveDeadlineSeconds is { } seconds && !facts.Job.IsSuspended()
            && facts.Status.StartTime is { } started && now - started >= TimeSpan.FromSeconds(seconds) ? TooLong : null;
    }

    /// <summary>Pods that restart in place fail without ending.</summary>
    private static bool HasRestartedTooOften(JobFacts facts)
    {
        if (facts.Spec.Template?.Spec?.RestartPolicy != "OnFailure")
            return false;

        var restarts = 0L;
        foreach (var pod in facts.Pods)
        {
            if (pod.Status?.Phase is PodState.Running or PodState.Pending)
                restarts += (pod.Status.InitContainerStatuses ?? []).Concat(pod.Status.ContainerStatuses ?? []).Sum(container => (long)container.RestartCount);
        }

        return facts.Spec.BackoffLimit is 0 ? restarts > 0 : restarts >= (facts.Spec.BackoffLimit ?? int.MaxValue);
    }

    private static JobVerdict? ByIndexes(JobFacts facts)
    {
        if (facts.FailedIndexes is not { Count: > 0 and var failed })
            return null;

        return failed > (facts.Spec.MaxFailedIndexes ?? int.MaxValue) ? TooManyIndexes
            : failed + facts.SucceededIndexes.Count >= facts.Completions ? IndexesFailed : null;
    }

    private static JobVerdict? BySuccessPolicy(JobFacts facts)
    {
        var rules = facts.Spec.SuccessPolicy?.Rules;
        for (var i = 0; i < rules?.Count && facts.SucceededIndexes.Count > 0; i++)
        {
            if (IsMet(rules[i], facts))
                return new(true, "SuccessPolicy", $"Matched rules at index {i}");
        }

        return null;
    }

    private static bool IsMet(SuccessPolicyRule rule, JobFacts facts)
    {
        if (rule.SucceededIndexes is null)
            return facts.SucceededIndexes.Count >= (rule.SucceededCount ?? int.MaxValue);

        var required = IndexIntervals.Parse(rule.SucceededIndexes, facts.Completions);
        return facts.SucceededIndexes.Common(required) >= (rule.SucceededCount ?? required.Count);
    }
}
