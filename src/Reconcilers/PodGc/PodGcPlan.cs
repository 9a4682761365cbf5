using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.PodGc;

/// <summary>Removes a pod that no node will ever report on again.</summary>
internal static class PodGcPlan
{
    /// <summary>A node may be deleted and come back.</summary>
    private static readonly TimeSpan Quarantine = TimeSpan.FromSeconds(40);

    private static readonly PodCondition NodeIsGone = new()
    {
        Type = PodConditionUpdate.DisruptionTarget,
        Status = "True",
        Reason = "DeletionByPodGC",
        Message = "PodGC: node no longer exists",
    };

    public static Plan Decide(PodGcView view, DateTimeOffset now)
    {
        var pod = view.Pod;
        if (pod.Metadata is { DeletionTimestamp: not null, DeletionGracePeriodSeconds: 0 } && pod.IsFinished())
            return Plan.Nothing;

        if (pod.Spec?.NodeName is not { Length: > 0 })
            return pod.IsTerminating() ? End(pod, null, now) : Plan.Nothing;
        if (view.MissingSince is { } since)
        {
            var left = since + Quarantine - now;
            return left > TimeSpan.Zero
                ? new() { Result = new ReconcileResult.RequeueAfter(left, "the node of the pod may come back") }
                : End(pod, NodeIsGone, now);
        }

        return pod.IsTerminating() && !pod.IsFinished() && view.Node is { } node && NodeOutage.IsOutOfService(node) ? End(pod, null, now) : Plan.Nothing;
    }

    /// <summary>A pod that did not end is said to have failed, as nobody else will say so; then it goes without grace.</summary>
    public static Plan End(Pod pod, PodCondition? condition, DateTimeOffset now)
    {
        var steps = new List<PlanStep>(2);
        if (!pod.IsFinished())
        {
            var ended = condition is null ? pod : pod.With(condition, now);
            steps.Add(PlanStep.Of(new Write.UpdateStatus<Pod>(ended with { Status = (ended.Status ?? new()) with { Phase = PodState.Failed } })));
        }

        steps.Add(PlanStep.Of(new Write.Delete<Pod>(pod) { Settled = true, Options = new() { GracePeriodSeconds = 0 } }));
        return new() { Steps = steps };
    }
}
