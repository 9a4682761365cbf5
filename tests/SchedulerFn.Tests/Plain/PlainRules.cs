using System.Globalization;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1.Rules;

namespace CloudletK8s.SchedulerFn.Tests.Plain;

/// <summary>Labels, taints and terms, read from the objects each time.</summary>
internal static class PlainRules
{
    public static string? Label(Node node, string key) => node.Metadata!.Labels!.GetValueOrDefault(key);

    public static int Priority(Pod pod) => pod.Spec!.Priority ?? 0;

    public static IReadOnlyList<Taint> Taints(Node node, params string[] effects) => [.. (node.Spec!.Taints ?? []).Where(taint => effects.Contains(taint.Effect))];

    public static bool Tolerates(Pod pod, Taint taint) => (pod.Spec!.Tolerations ?? []).Any(toleration =>
        (toleration.Effect is null || toleration.Effect == taint.Effect)
        && (toleration.Key is null || toleration.Key == taint.Key)
        && (toleration.Operator == "Exists" || toleration.Value == taint.Value));

    public static bool Allows(Pod pod, Node node)
    {
        if ((pod.Spec!.NodeSelector ?? new Dictionary<string, string>()).Any(wanted => Label(node, wanted.Key) != wanted.Value))
            return false;
        var required = pod.Spec.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution;
        return required is null || required.NodeSelectorTerms!.Any(term => Matches(term, node));
    }

    public static bool Matches(NodeSelectorTerm term, Node node) =>
        (term.MatchExpressions ?? []).All(one => Matches(one, Label(node, one.Key!))) && (term.MatchFields ?? []).All(one => Matches(one, node.Metadata!.Name));

    /// <summary>The namespaces and labels of a term.</summary>
    public static bool Means(PlainCluster cluster, Pod owner, PodAffinityTerm term, Pod other)
    {
        var space = other.Metadata!.Namespace!;
        var named = term.Namespaces is { Count: > 0 }
            ? term.Namespaces.Contains(space)
            : term.NamespaceSelector is null && space == owner.Metadata!.Namespace;
        var selected = term.NamespaceSelector is not null && SelectorLogic.Matches(term.NamespaceSelector, cluster.NamespaceLabels(space));
        return (named || selected) && SelectorLogic.Matches(term.LabelSelector, other.Metadata.Labels);
    }

    public static bool AreTogether(Node? left, Node right, string key) => left is not null && Label(left, key) is { } domain && domain == Label(right, key);

    private static bool Matches(NodeSelectorRequirement one, string? value) => one.Operator switch
    {
        "In" => value is not null && one.Values!.Contains(value),
        "NotIn" => value is null || !one.Values!.Contains(value),
        "Exists" => value is not null,
        "DoesNotExist" => value is null,
        "Gt" => int.TryParse(value, CultureInfo.InvariantCulture, out var number) && number > int.Parse(one.Values![0], CultureInfo.InvariantCulture),
        _ => int.TryParse(value, CultureInfo.InvariantCulture, out var number) && number < int.Parse(one.Values![0], CultureInfo.InvariantCulture),
    };
}
