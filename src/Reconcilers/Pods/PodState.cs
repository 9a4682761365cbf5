using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.Pods;

/// <summary>What controllers ask of a pod.</summary>
internal static class PodState
{
    public const string Succeeded = "Succeeded";
    public const string Failed = "Failed";
    public const string Running = "Running";
    public const string Pending = "Pending";

    public static bool IsTerminating(this Pod pod) => pod.Metadata?.DeletionTimestamp is not null;

    public static bool IsFinished(this Pod pod) => pod.Status?.Phase is Succeeded or Failed;

    /// <summary>Neither finished nor on its way out.</summary>
    public static bool IsActive(this Pod pod) => !pod.IsFinished() && !pod.IsTerminating();

    public static bool IsReady(this Pod pod) => pod.Condition("Ready") is { Status: "True" };

    /// <summary>When the pod became ready; null: it is not.</summary>
    public static DateTimeOffset? ReadySince(this Pod pod) =>
        pod.Condition("Ready") is { Status: "True" } ready ? ready.LastTransitionTime ?? DateTimeOffset.MinValue : null;

    /// <summary>Ready for so long that it counts.</summary>
    public static bool IsAvailable(this Pod pod, int minReadySeconds, DateTimeOffset now) =>
        pod.ReadySince() is { } since && (minReadySeconds == 0 || (since > DateTimeOffset.MinValue && since.AddSeconds(minReadySeconds) <= now));

    /// <summary>How long until the pod, ready as it is, counts as available; null: it does, or it is not ready.</summary>
    public static TimeSpan? UntilAvailable(this Pod pod, int minReadySeconds, DateTimeOffset now) =>
        pod.ReadySince() is { } since && since.AddSeconds(minReadySeconds) is var at && at > now ? at - now : null;

    public static PodCondition? Condition(this Pod pod, string type)
    {
        var conditions = pod.Status?.Conditions;
        for (var i = 0; i < conditions?.Count; i++)
        {
            if (conditions[i].Type == type)
                return conditions[i];
        }

        return null;
    }
}
