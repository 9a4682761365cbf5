using CloudletK8s.Api.Core.V1;

namespace CloudletK8s.Reconcilers.Nodes;

/// <summary>The taints that tell of a node's condition.</summary>
internal static class NodeTaints
{
    public const string NoSchedule = "NoSchedule";
    public const string NoExecute = "NoExecute";
    public const string NotReady = "node.kubernetes.io/not-ready";
    public const string Unreachable = "node.kubernetes.io/unreachable";
    private const string Unschedulable = "node.kubernetes.io/unschedulable";

    private static readonly Dictionary<(string Condition, string Status), string> s_byCondition = new()
    {
        [("Ready", NodeState.False)] = NotReady,
        [("Ready", NodeState.Unknown)] = Unreachable,
        [("MemoryPressure", NodeState.True)] = "node.kubernetes.io/memory-pressure",
        [("DiskPressure", NodeState.True)] = "node.kubernetes.io/disk-pressure",
        [("PIDPressure", NodeState.True)] = "node.kubernetes.io/pid-pressure",
        [("NetworkUnavailable", NodeState.True)] = "node.kubernetes.io/network-unavailable",
    };

    private static readonly HashSet<string> s_ours = [.. s_byCondition.Values, Unschedulable];

    /// <summary>The taint that drives pods away from a node in this condition; null: none does.</summary>
    public static string? Evicting(string readyStatus) => s_byCondition.GetValueOrDefault(("Ready", readyStatus));

    public static bool IsEvicting(Taint taint) => taint is { Effect: NoExecute, Key: NotReady or Unreachable };

    public static bool Has(Node node, string key, string effect)
    {
        var taints = node.Spec?.Taints;
        for (var i = 0; i < taints?.Count; i++)
        {
            if (taints[i].Key == key && taints[i].Effect == effect)
                return true;
        }

        return false;
    }

    /// <summary>
    /// The taints as the node's conditions ask for them. Pods are kept off at once; who drives them away is decided by zone, but a
    /// node that has its taint gets the right one, and one that is well loses it.
    /// </summary>
    public static IReadOnlyList<Taint>? Wanted(Node node, DateTimeOffset now)
    {
        var keepOff = KeepOff(node);
        var driveAway = node.IsAutonomous() ? null : Evicting(node.ReadyStatus());
        var before = node.Spec?.Taints ?? [];
        var taints = new List<Taint>(before.Count + keepOff.Count);
        var isDriven = false;
        var isSame = true;
        foreach (var taint in before)
        {
            if (IsEvicting(taint))
            {
                isDriven = true;
                isSame &= taint.Key == driveAway;
                if (taint.Key == driveAway)
                    taints.Add(taint);
            }
            else if (taint.Effect != NoSchedule || !s_ours.Contains(taint.Key ?? "") || keepOff.Remove(taint.Key!))
            {
                taints.Add(taint);
            }
            else
            {
                isSame = false;
            }
        }

        if (isDriven && driveAway is not null && !taints.Exists(taint => IsEvicting(taint)))
            taints.Add(new() { Key = driveAway, Effect = NoExecute, TimeAdded = now });
        foreach (var key in keepOff)
            taints.Add(new() { Key = key, Effect = NoSchedule, TimeAdded = now });
        return isSame && keepOff.Count == 0 ? node.Spec?.Taints : taints;
    }

    private static List<string> KeepOff(Node node)
    {
        var keys = new List<string>();
        foreach (var condition in node.Status?.Conditions ?? [])
        {
            if (s_byCondition.TryGetValue((condition.Type ?? "", condition.Status ?? ""), out var key))
                keys.Add(key);
        }

        if (node.Spec?.Unschedulable == true)
            keys.Add(Unschedulable);
        return keys;
    }
}
