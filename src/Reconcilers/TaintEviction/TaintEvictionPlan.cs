using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Nodes;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.TaintEviction;

internal static class TaintEvictionPlan
{
    private static readonly PodCondition s_target = new()
    {
        Type = "DisruptionTarget",
        Status = "True",
        Reason = "DeletionByTaintManager",
        Message = "Taint manager: deleting due to NoExecute taint",
    };

    public static Plan Decide(TaintedNodeView view, DateTimeOffset now)
    {
        var taints = view.Node.Spec?.Taints ?? [];
        if (NeedsTime(view, taints))
        {
            // A user's taint does not say since when. From now on it does, also for whoever comes after this process.
            IReadOnlyList<Taint> timed = [.. taints.Select(taint => taint is { Effect: NodeTaints.NoExecute, TimeAdded: null } ? taint with { TimeAdded = now } : taint)];
            return Plan.Of(new Write.Update<Node>(view.Node with { Spec = view.Node.Spec! with { Taints = timed } }));
        }

        var marks = new List<Write>();
        var deletions = new List<Write>();
        DateTimeOffset? next = null;
        foreach (var pod in view.Pods)
        {
            if (pod.IsTerminating() || PodTolerance.Until(pod, taints, now) is not { } until)
                continue;

            if (until > now)
            {
                if (next is null || until < next)
                    next = until;
                continue;
            }

            if (pod.Condition(s_target.Type!)?.Status != "True")
                marks.Add(new Write.UpdateStatus<Pod>(pod.With(s_target, now)) { Settled = true });
            deletions.Add(new Write.Delete<Pod>(pod)
            {
                Settled = true,
                Done = EventNote.Normal(pod, "TaintManagerEviction", $"Marking for deletion Pod {pod.Metadata!.Namespace}/{pod.Metadata.Name}"),
            });
        }

        return new()
        {
            Steps = [.. new[] { marks, deletions }.Where(static writes => writes.Count > 0).Select(static writes => new PlanStep(writes))],
            Result = next is { } at ? new ReconcileResult.RequeueAfter(at - now, "a pod's toleration ends") : ReconcileResult.Done.Instance,
        };
    }

    private static bool NeedsTime(TaintedNodeView view, IReadOnlyList<Taint> taints) =>
        taints.Any(taint => taint is { Effect: NodeTaints.NoExecute, TimeAdded: null } && view.Pods.Any(pod => !pod.IsTerminating() && PodTolerance.IsCounting(pod, taint)));
}
