using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1.Rules;

namespace CloudletK8s.SchedulerFn.Tests.Plain;

/// <summary>Who would have to go from a node, and how bad that is, by copying the cluster for every step.</summary>
internal static class PlainPreemption
{
    public sealed record Victims(IReadOnlyList<Pod> Pods, int Violations);

    public static (Victims? Found, IReadOnlyList<string> Reasons) Try(PlainCluster cluster, Pod pod, Node node)
    {
        var less = cluster.On(node).Where(other => PlainRules.Priority(other) < PlainRules.Priority(pod)).OrderBy(other => other, Order).ToList();
        if (less.Count == 0)
            return (null, ["No preemption victims found for incoming pod"]);
        if (PlainFilters.AskAmongNominated(cluster.Without(less), pod, node) is { } refused)
            return (null, refused.Reasons);

        var violating = Violating(cluster, less);
        var gone = less.ToList();
        foreach (var candidate in violating.Concat(less.Except(violating)))
        {
            gone.Remove(candidate);
            if (PlainFilters.AskAmongNominated(cluster.Without(gone), pod, node) is not null)
                gone.Add(candidate);
        }

        return (new([.. gone.OrderBy(other => other, Order)], gone.Count(violating.Contains)), []);
    }

    public static (int Violations, int Highest, long Sum, int Count, long Youngest) Cost(Victims victims) => (
        victims.Violations,
        victims.Pods.Max(PlainRules.Priority),
        victims.Pods.Sum(pod => (long)PlainRules.Priority(pod) + int.MaxValue + 1),
        victims.Pods.Count,
        -victims.Pods.Where(pod => PlainRules.Priority(pod) == victims.Pods.Max(PlainRules.Priority)).Min(Started).UtcTicks);

    private static Comparer<Pod> Order { get; } = Comparer<Pod>.Create((left, right) =>
    {
        var byPriority = PlainRules.Priority(right).CompareTo(PlainRules.Priority(left));
        var byStart = Started(left).CompareTo(Started(right));
        var byNamespace = string.CompareOrdinal(left.Metadata!.Namespace, right.Metadata!.Namespace);
        return byPriority != 0 ? byPriority : byStart != 0 ? byStart : byNamespace != 0 ? byNamespace : string.CompareOrdinal(left.Metadata!.Name, right.Metadata!.Name);
    });

    private static DateTimeOffset Started(Pod pod) => pod.Status!.StartTime ?? DateTimeOffset.MaxValue;

    private static List<Pod> Violating(PlainCluster cluster, List<Pod> pods)
    {
        var left = cluster.Budgets.ToDictionary(budget => budget, budget => budget.Status!.DisruptionsAllowed);
        var violating = new List<Pod>();
        foreach (var pod in pods)
        {
            var mine = cluster.Budgets.Where(budget => budget.Metadata!.Namespace == pod.Metadata!.Namespace && SelectorLogic.Matches(budget.Spec!.Selector, pod.Metadata.Labels)).ToList();
            foreach (var budget in mine)
                left[budget]--;
            if (mine.Exists(budget => left[budget] < 0))
                violating.Add(pod);
        }

        return violating;
    }
}
