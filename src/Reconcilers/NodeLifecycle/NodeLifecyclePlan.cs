using CloudletK8s.Api.Core.V1;
using CloudletK8s.ControllerRuntime.Events;
using CloudletK8s.ControllerRuntime.Plans;
using CloudletK8s.ControllerRuntime.Work;
using CloudletK8s.Reconcilers.Nodes;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.NodeLifecycle;

internal static class NodeLifecyclePlan
{
    public static Plan Decide(NodeView view, DateTimeOffset now)
    {
        var node = view.Node;
        var grace = node.Condition(NodeState.Ready) is null ? view.Options.StartupGrace : view.Options.Grace;
        var silentAt = view.LastHeard + grace;
        if (now > silentAt && SilentConditions.Of(node, now) is { } silent)
        {
            // The taints follow from the conditions: with the look that this write causes.
            var wasReady = node.ReadyStatus() == NodeState.True;
            return new()
            {
                Status = _ => new Write.UpdateStatus<Node>(node with { Status = (node.Status ?? new()) with { Conditions = silent } }),
                Events = wasReady ? [NodeEvents.StatusIsNow(node, "NodeNotReady")] : [],
            };
        }

        var steps = new List<PlanStep>(2);
        var wanted = node with
        {
            Metadata = node.Metadata! with { Labels = NodeLabels.Wanted(node.Metadata!.Labels) },
            Spec = (node.Spec ?? new()) with { Taints = NodeTaints.Wanted(node, now) },
        };
        if (Write.UpdateOf(node, wanted) is { } update)
            steps.Add(PlanStep.Of(update));

        // Of a node that never reported, nobody can have made pods ready.
        if (node.Condition(NodeState.Ready)?.Status == NodeState.Unknown && NotReady(view.Pods, now) is { Count: > 0 } pods)
            steps.Add(new(pods));

        return new()
        {
            Steps = steps,
            Result = now > silentAt
                ? ReconcileResult.Done.Instance
                : new ReconcileResult.RequeueAfter(silentAt - now + TimeSpan.FromMilliseconds(1), "the node may fall silent"),
        };
    }

    private static List<Write> NotReady(IReadOnlyList<Pod> pods, DateTimeOffset now)
    {
        var writes = new List<Write>();
        foreach (var pod in pods)
        {
            if (pod.Condition("Ready") is { Status: not "False" } ready)
            {
                writes.Add(new Write.UpdateStatus<Pod>(pod.With(ready with { Status = "False" }, now))
                {
                    Settled = true,
                    Done = EventNote.Warning(pod, "NodeNotReady", "Node is not ready"),
                });
            }
        }

        return writes;
    }
}
