using CloudletK8s.Api.Batch.V1;
using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.Jobs;

/// <summary>What a job's policy makes of a failed pod: the first rule that fits decides.</summary>
/// <param name="Action">Null: no rule fits.</param>
/// <param name="Message">Why the job fails, for FailJob.</param>
internal readonly record struct FailurePolicy(string? Action, string Message = "")
{
    private const string FailJob = "FailJob";

    public bool Counts => Action != "Ignore";

    public bool FailsIndex => Action == "FailIndex";

    public bool FailsJob => Action == FailJob;

    public static FailurePolicy Match(Job job, Pod pod)
    {
        var rules = job.Spec?.PodFailurePolicy?.Rules;
        for (var i = 0; i < rules?.Count; i++)
        {
            var rule = rules[i];
            if (rule.OnExitCodes is { } codes)
            {
                if (Find(pod, codes) is { } container)
                    return new(rule.Action, $"Container {container.Name} for pod {pod.Metadata!.Namespace}/{pod.Metadata.Name} failed with exit code {container.State!.Terminated!.ExitCode} matching {rule.Action} rule at index {i}");
            }
            else if (Find(pod, rule.OnPodConditions ?? []) is { } condition)
            {
                return new(rule.Action, $"Pod {pod.Metadata!.Namespace}/{pod.Metadata.Name} has condition {condition.Type} matching {rule.Action} rule at index {i}");
            }
        }

        return default;
    }

    private static ContainerStatus? Find(Pod pod, PodFailurePolicyOnExitCodesRequirement codes) =>
        Find(pod.Status?.ContainerStatuses, codes) ?? Find(pod.Status?.InitContainerStatuses, codes);

    private static ContainerStatus? Find(IReadOnlyList<ContainerStatus>? containers, PodFailurePolicyOnExitCodesRequirement codes)
    {
        foreach (var container in containers ?? [])
        {
            if (container.State?.Terminated is { ExitCode: not 0 and var code }
                && (codes.ContainerName is null || codes.ContainerName == container.Name)
                && codes.Values?.Contains(code) == (codes.Operator == "In"))
            {
                return container;
            }
        }

        return null;
    }

    private static PodCondition? Find(Pod pod, IReadOnlyList<PodFailurePolicyOnPodConditionsPattern> patterns)
    {
        foreach (var condition in pod.Status?.Conditions ?? [])
        {
            foreach (var pattern in patterns)
            {
                if (condition.Type == pattern.Type && condition.Status == pattern.Status)
                    return condition;
            }
        }

        return null;
    }
}
