using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1.Rules;

namespace CloudletK8s.SchedulerFn.Tests.Plain;

internal static class PlainSpread
{
    /// <summary>Whether the constraint looks at the node at all.</summary>
    public static bool Counts(Pod pod, TopologySpreadConstraint constraint, Node node) =>
        (constraint.NodeAffinityPolicy == "Ignore" || PlainRules.Allows(pod, node))
        && (constraint.NodeTaintsPolicy != "Honor" || PlainRules.Taints(node, "NoSchedule", "NoExecute").All(taint => PlainRules.Tolerates(pod, taint)));

    public static bool Selects(Pod pod, TopologySpreadConstraint constraint, Pod other) =>
        SelectorLogic.Matches(constraint.LabelSelector, other.Metadata!.Labels)
        && (constraint.MatchLabelKeys ?? []).All(key => pod.Metadata!.Labels?.GetValueOrDefault(key) is not { } value || other.Metadata!.Labels?.GetValueOrDefault(key) == value);

    public static int Pods(PlainCluster cluster, Pod pod, TopologySpreadConstraint constraint, Node node) => cluster.On(node).Count(other =>
        other.Metadata!.DeletionTimestamp is null && other.Metadata.Namespace == pod.Metadata!.Namespace && Selects(pod, constraint, other));
}
