using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.Disruptions;

/// <summary>Takes back that a pod is to be disrupted when nobody has deleted it for a while.</summary>
internal static class StaleDisruptionPlan
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Plan Decide(Pod pod, DateTimeOffset now)
    {
        if (!IsTargeted(pod))
            return Plan.Nothing;

        var condition = pod.Condition(PodConditionUpdate.DisruptionTarget)!;
        var left = (condition.LastTransitionTime ?? now) + Patience - now;
        return left > TimeSpan.Zero
            ? new() { Result = new ReconcileResult.RequeueAfter(left, "the pod should have been deleted") }
            : Plan.Of(new Write.UpdateStatus<Pod>(pod.With(condition with { Status = "False" }, now)));
    }

    /// <summary>What a node says of its own pods may take as long as it wants to.</summary>
    public static bool IsTargeted(Pod pod) => !pod.IsTerminating() && !pod.IsFinished()
        && pod.Condition(PodConditionUpdate.DisruptionTarget) is { Status: "True", Reason: not "TerminationByKubelet" };
}
