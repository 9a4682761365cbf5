using CloudletK8s.Api.Selectors;

namespace CloudletK8s.SchedulerFn.Pods;

/// <summary>One term of pod affinity or anti-affinity: pods by namespace and labels, and the topology they are looked for in.</summary>
/// <param name="Identity">Equal for equal terms; what counts pods for a term is shared through it.</param>
public sealed record AffinityTerm(
    string TopologyKey,
    IReadOnlySet<string> Namespaces,
    LabelRequirements NamespaceSelector,
    LabelRequirements Selector,
    string Identity)
{
    /// <param name="namespaceLabels">The labels of the pod's namespace, where they are known.</param>
    public bool Matches(PodShape pod, IReadOnlyDictionary<string, string>? namespaceLabels) =>
        (Namespaces.Contains(pod.Namespace) || NamespaceSelector.Matches(namespaceLabels)) && Selector.Matches(pod.Labels);

    public bool Equals(AffinityTerm? other) => other is not null && Identity == other.Identity;

    public override int GetHashCode() => Identity.GetHashCode();
}
