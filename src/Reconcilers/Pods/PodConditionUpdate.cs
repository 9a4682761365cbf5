using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.Pods;

internal static class PodConditionUpdate
{
    public const string DisruptionTarget = "DisruptionTarget";

    /// <summary>The pod with the condition; the time of the last transition stays while the status does.</summary>
    public static Pod With(this Pod pod, PodCondition wanted, DateTimeOffset now)
    {
        var known = pod.Condition(wanted.Type!);
        var since = known is not null && known.Status == wanted.Status ? known.LastTransitionTime : now;
        return pod with
        {
            Status = (pod.Status ?? new()) with
            {
                Conditions = [.. (pod.Status?.Conditions ?? []).Where(condition => condition.Type != wanted.Type), wanted with { LastTransitionTime = since }],
            },
        };
    }
}
