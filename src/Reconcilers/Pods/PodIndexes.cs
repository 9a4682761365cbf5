using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.ControllerRuntime.Caches;

namespace CloudletK8s.Reconcilers.Pods;

/// <summary>Ways to find pods that more than one controller uses.</summary>
internal static class PodIndexes
{
    /// <summary>By the node that they are bound to.</summary>
    public static ObjectIndex<Pod> ByNode(ObjectCache<Pod> pods) =>
        pods.Index("node", static pod => pod.Spec?.NodeName is { Length: > 0 } node ? [node] : []);

    /// <summary>The pods of a namespace that a selector selects, looked for among those that have one of its labels.</summary>
    public static IEnumerable<Pod> Selected(ObjectCache<Pod> pods, string inNamespace, LabelRequirements selector)
    {
        var label = selector.Requirements.FirstOrDefault(requirement => requirement is { Operator: LabelOperator.Equals or LabelOperator.DoubleEquals or LabelOperator.In, Values.Count: 1 });

        // The index is made for whoever is the first to need it.
        var some = label is null ? pods.InNamespace(inNamespace) : pods.Index("label", LabelKeys).Of(LabelKey(inNamespace, label.Key, label.Values[0]));
        return some.Where(pod => selector.Matches(pod.Metadata?.Labels));
    }

    private static IEnumerable<string> LabelKeys(Pod pod)
    {
        foreach (var (key, value) in pod.Metadata?.Labels ?? new Dictionary<string, string>())
            yield return LabelKey(pod.Metadata?.Namespace ?? "", key, value);
    }

    private static string LabelKey(string inNamespace, string key, string value) => $"{inNamespace}/{key}={value}";
}
