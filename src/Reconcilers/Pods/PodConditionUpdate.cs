using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.Pods;

internal static class PodConditionUpdate
{
    public const string DisruptionTarget = "DisruptionTarget";

    /// <summary>The pod with a condition; the transition time stays while the status does.</summary>
    public static Pod With(this Pod pod, PodCondition condition, DateTimeOffset now)
    {
        var before = pod.Condition(condition.Type!);
        var next = condition with { LastTransitionTime = before?.Status == condition.Status ? before?.LastTransitionTime : now };
        IReadOnlyList<PodCondition> conditions = before is null
            ? [.. pod.Status?.Conditions ?? [], next]
            : [.. pod.Status!.Conditions!.Select(one => one.Type == condition.Type ? next : one)];
        return pod with { Status = (pod.Status ?? new()) with { Conditions = conditions } };
    }
}
