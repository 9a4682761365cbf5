using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>
/// Merges matchLabelKeys and mismatchLabelKeys of affinity terms into their selectors when a pod is made: the pod's own values of
/// these labels become requirements.
/// </summary>
internal static class PodLabelKeys
{
    public static void Apply(TreeObject pod)
    {
        if (pod.Object("spec", "affinity") is not { } affinity || pod.Object("metadata", "labels") is not { } labels)
            return;

        Apply(affinity.Object("podAffinity"), labels);
        Apply(affinity.Object("podAntiAffinity"), labels);
    }

    private static void Apply(TreeObject? affinity, TreeObject labels)
    {
        foreach (var weighted in affinity?.List("preferredDuringSchedulingIgnoredDuringExecution")?.Objects() ?? [])
            ApplyToTerm(weighted.Object("podAffinityTerm"), labels);
        foreach (var term in affinity?.List("requiredDuringSchedulingIgnoredDuringExecution")?.Objects() ?? [])
            ApplyToTerm(term, labels);
    }

    private static void ApplyToTerm(TreeObject? term, TreeObject labels)
    {
        // Without a selector the term matches nothing, and keys change nothing about that.
        if (term?.Object("labelSelector") is not { } selector)
            return;

        Merge(selector, term.List("matchLabelKeys"), "In", labels);
        Merge(selector, term.List("mismatchLabelKeys"), "NotIn", labels);
    }

    private static void Merge(TreeObject selector, TreeList? keys, string operation, TreeObject labels)
    {
        foreach (var key in keys?.Texts() ?? [])
        {
            if (labels.Text(key) is not { } value)
                continue;

            var requirement = new TreeObject(3);
            requirement.Set("key", key);
            requirement.Set("operator", operation);
            requirement.Set("values", TreeList.OfTexts([value]));

            // Preparing may run twice on one object.
            var requirements = selector.ListOrNew("matchExpressions");
            if (!((IEnumerable<Tree>)requirements).Any(requirement.SameAs))
                requirements.Add(requirement);
        }
    }
}
