using CloudletK8s.Api.Core.V1;
using CloudletK8s.Reconcilers.Nodes;

namespace CloudletK8s.Reconcilers.NodeLifecycle;

/// <summary>The conditions of a node that nobody hears of: unknown, all that it reports itself.</summary>
internal static class SilentConditions
{
    private static readonly string[] s_reported = [NodeState.Ready, "MemoryPressure", "DiskPressure", "PIDPressure"];

    /// <returns>Null: they are so already.</returns>
    public static IReadOnlyList<NodeCondition>? Of(Node node, DateTimeOffset now)
    {
        if (node.Condition(NodeState.Ready)?.Status == NodeState.Unknown)
            return null;

        var conditions = new List<NodeCondition>(node.Status?.Conditions ?? []);
        foreach (var type in s_reported)
        {
            var at = conditions.FindIndex(condition => condition.Type == type);
            if (at < 0)
            {
                conditions.Add(new()
                {
                    Type = type,
                    Status = NodeState.Unknown,
                    Reason = "NodeStatusNeverUpdated",
                    Message = "Kubelet never posted node status.",
                    LastHeartbeatTime = node.Metadata!.CreationTimestamp,
                    LastTransitionTime = now,
                });
            }
            else if (conditions[at].Status != NodeState.Unknown)
            {
                conditions[at] = conditions[at] with
                {
                    Status = NodeState.Unknown,
                    Reason = "NodeStatusUnknown",
                    Message = "Kubelet stopped posting node status.",
                    LastTransitionTime = now,
                };
            }
        }

        return conditions;
    }
}
