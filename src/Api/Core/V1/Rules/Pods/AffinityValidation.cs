using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

/// <summary>Which nodes and which other pods a pod wants to be with.</summary>
internal static class AffinityValidation
{
    private const string RequiredTerms = "requiredDuringSchedulingIgnoredDuringExecution";
    private const string PreferredTerms = "preferredDuringSchedulingIgnoredDuringExecution";

    public static void Validate(Affinity affinity, FieldPath path, PodRuleOptions options, FieldErrors errors)
    {
        if (affinity.NodeAffinity is { } node)
            ValidateNode(node, path.Child("nodeAffinity"), options, errors);
        if (affinity.PodAffinity is { } pods)
            ValidateTerms(pods.RequiredDuringSchedulingIgnoredDuringExecution, pods.PreferredDuringSchedulingIgnoredDuringExecution, path.Child("podAffinity"), options, errors);
        if (affinity.PodAntiAffinity is { } anti)
            ValidateTerms(anti.RequiredDuringSchedulingIgnoredDuringExecution, anti.PreferredDuringSchedulingIgnoredDuringExecution, path.Child("podAntiAffinity"), options, errors);
    }

    private static void ValidateNode(NodeAffinity affinity, FieldPath path, PodRuleOptions options, FieldErrors errors)
    {
        if (affinity.RequiredDuringSchedulingIgnoredDuringExecution is { } required)
            NodeSelectorValidation.Validate(required, path.Child(RequiredTerms), errors, options.AllowInvalidLabelValueInNodeAffinity);

        var preferred = affinity.PreferredDuringSchedulingIgnoredDuringExecution ?? [];
        for (var i = 0; i < preferred.Count; i++)
        {
            var at = path.Child(PreferredTerms).Index(i);
            ValidateWeight(preferred[i].Weight, at, errors);

            // A wish that no label can fulfil does no harm.
            if (preferred[i].Preference is { } preference)
                NodeSelectorValidation.Validate(preference, at.Child("preference"), errors, allowInvalidValues: true);
        }
    }

    private static void ValidateTerms(
        IReadOnlyList<PodAffinityTerm>? required,
        IReadOnlyList<WeightedPodAffinityTerm>? preferred,
        FieldPath path,
        PodRuleOptions options,
        FieldErrors errors)
    {
        for (var i = 0; i < required?.Count; i++)
            ValidateTerm(required[i], path.Child(RequiredTerms).Index(i), options, errors);

        for (var i = 0; i < preferred?.Count; i++)
        {
            var at = path.Child(PreferredTerms).Index(i);
            ValidateWeight(preferred[i].Weight, at, errors);
            ValidateTerm(preferred[i].PodAffinityTerm ?? new(), at.Child("podAffinityTerm"), options, errors);
        }
    }

    private static void ValidateWeight(int weight, FieldPath path, FieldErrors errors)
    {
        if (weight is <= 0 or > 100)
            errors.Invalid(path.Child("weight"), weight, "must be in the range 1-100");
    }

    private static void ValidateTerm(PodAffinityTerm term, FieldPath path, PodRuleOptions options, FieldErrors errors)
    {
        LabelSelectorValidation.Validate(term.LabelSelector, path.Child("labelSelector"), errors, options.AllowInvalidLabelValueInSelector);
        LabelSelectorValidation.Validate(term.NamespaceSelector, path.Child("namespaceSelector"), errors, options.AllowInvalidLabelValueInSelector);
        foreach (var name in term.Namespaces ?? [])
            errors.Invalid(path.Child("namespace"), name, DnsNames.Label(name));

        ValidateLabelKeys(term, path, errors);
        var key = term.TopologyKey ?? "";
        if (key.Length == 0)
            errors.Required(path.Child("topologyKey"), "can not be empty");
        if (QualifiedNames.Name(key) is { Count: > 0 } wrong)
            errors.Invalid(path.Child("topologyKey"), key, wrong);
    }

    private static void ValidateLabelKeys(PodAffinityTerm term, FieldPath path, FieldErrors errors)
    {
        var match = term.MatchLabelKeys ?? [];
        var mismatch = term.MismatchLabelKeys ?? [];
        ValidateLabelKeys(match, term.LabelSelector, path.Child("matchLabelKeys"), errors);
        ValidateLabelKeys(mismatch, term.LabelSelector, path.Child("mismatchLabelKeys"), errors);
        if (term.LabelSelector is { } selector && match.Count > 0)
            ValidateNotSelectedTwice(match, selector, path, errors);

        for (var i = 0; i < match.Count; i++)
        {
            if (mismatch.Contains(match[i]))
                errors.Invalid(path.Child("matchLabelKeys").Index(i), match[i], "exists in both matchLabelKeys and mismatchLabelKeys");
        }
    }

    private static void ValidateLabelKeys(IReadOnlyList<string> keys, LabelSelector? selector, FieldPath path, FieldErrors errors)
    {
        if (keys.Count == 0)
            return;

        if (selector is null)
        {
            errors.Forbidden(path, "must not be specified when labelSelector is not set");
            return;
        }

        for (var i = 0; i < keys.Count; i++)
            errors.Invalid(path.Index(i), keys[i], QualifiedNames.Name(keys[i]));
    }

    /// <summary>Each key was merged into the selector when the pod was prepared, so it must stand there once and not twice.</summary>
    private static void ValidateNotSelectedTwice(IReadOnlyList<string> keys, LabelSelector selector, FieldPath path, FieldErrors errors)
    {
        var selected = default(Seen);
        foreach (var key in selector.MatchLabels?.Keys ?? [])
            selected.Add(key);

        foreach (var requirement in selector.MatchExpressions ?? [])
        {
            var key = requirement.Key ?? "";
            var isSecond = !selected.Add(key);
            for (var i = keys.Count - 1; isSecond && i >= 0; i--)
            {
                if (keys[i] == key)
                {
                    errors.Invalid(path.Index(i), key, "exists in both matchLabelKeys and labelSelector");
                    break;
                }
            }
        }
    }
}
