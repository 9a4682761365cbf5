using CloudletK8s.Api.Apps.V1;
using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Selectors;
using CloudletK8s.Reconcilers.Children;
using CloudletK8s.Reconcilers.Pods;

namespace CloudletK8s.Reconcilers.DaemonSets;

/// <summary>The pods of a daemon set: each asks the scheduler for one node by name.</summary>
internal static class DaemonPods
{
    public const string HashLabel = "controller-revision-hash";
    private const string GenerationLabel = "pod-template-generation";
    private const string GenerationAnnotation = "deprecated.daemonset.template.generation";

    /// <summary>The node that a pod is on or is meant for; null: it says none.</summary>
    public static string? NodeOf(Pod pod)
    {
        if (pod.Spec?.NodeName is { Length: > 0 } node)
            return node;

        foreach (var term in pod.Spec?.Affinity?.NodeAffinity?.RequiredDuringSchedulingIgnoredDuringExecution?.NodeSelectorTerms ?? [])
        {
            foreach (var wanted in term.MatchFields ?? [])
            {
                if (wanted is { Key: NodeSelectors.NameField, Operator: "In", Values: [var name] })
                    return name;
            }
        }

        return null;
    }

    public static bool IsUpdated(DaemonSet set, Pod pod, string hash)
    {
        var labels = pod.Metadata?.Labels;
        return labels?.GetValueOrDefault(HashLabel) == hash
            || (Generation(set) is { } generation && labels?.GetValueOrDefault(GenerationLabel) == generation);
    }

    public static Pod Make(DaemonSetView view, string node, string hash)
    {
        var (set, template) = (view.Set, view.Set.Spec!.Template);
        var prefix = set.Metadata!.Name + "-";
        var name = ChildNames.Free(prefix, $"{set.Metadata.Uid}/{node}", view.Salt, view.IsTaken).First();
        var pod = TemplatePods.Make(set, template, name, prefix);
        var labels = new Dictionary<string, string>(pod.Metadata!.Labels ?? new Dictionary<string, string>(), StringComparer.Ordinal) { [HashLabel] = hash };
        if (Generation(set) is { } generation)
            labels[GenerationLabel] = generation;

        var spec = pod.Spec ?? new();
        return pod with
        {
            Metadata = pod.Metadata with { Labels = labels },
            Spec = spec with { Tolerations = DaemonTolerations.Of(spec), Affinity = OnlyOn(node, spec.Affinity) },
        };
    }

    /// <summary>What the template requires of nodes was looked at already; the pod asks for its node and nothing else.</summary>
    private static Affinity OnlyOn(string node, Affinity? affinity) => (affinity ?? new()) with
    {
        NodeAffinity = (affinity?.NodeAffinity ?? new()) with
        {
            RequiredDuringSchedulingIgnoredDuringExecution = new()
            {
                NodeSelectorTerms = [new() { MatchFields = [new() { Key = NodeSelectors.NameField, Operator = "In", Values = [node] }] }],
            },
        },
    };

    private static string? Generation(DaemonSet set) => set.Metadata?.Annotations?.GetValueOrDefault(GenerationAnnotation);
}
