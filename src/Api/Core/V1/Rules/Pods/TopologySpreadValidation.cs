using CloudletK8s.Api.Meta.V1;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Core.V1.Rules.Pods;

public static class TopologySpreadValidation
{
    public static void Validate(IReadOnlyList<TopologySpreadConstraint>? constraints, FieldPath parent, PodRuleOptions options, FieldErrors errors)
    {
        if (constraints is null)
            return;

        var repeated = Repeated(constraints);
        for (var i = 0; i < constraints.Count; i++)
        {
            var path = parent.Child("topologySpreadConstraints").Index(i);
            Validate(constraints[i], path, errors);
            if (repeated[i])
                errors.Duplicate(path.Child("{topologyKey, whenUnsatisfiable}"), Pair(constraints[i]));
            ValidateDomains(constraints[i], path, errors);
            ValidateLabelKeys(constraints[i], path.Child("matchLabelKeys"), errors);
            if (!options.AllowInvalidSpreadSelector)
                LabelSelectorValidation.Validate(constraints[i].LabelSelector, path.Child("labelSelector"), errors);
        }
    }

    private static void Validate(TopologySpreadConstraint constraint, FieldPath path, FieldErrors errors)
    {
        if (constraint.MaxSkew <= 0)
            errors.Invalid(path.Child("maxSkew"), constraint.MaxSkew, Wording.NotPositive);
        if (string.IsNullOrEmpty(constraint.TopologyKey))
            errors.Required(path.Child("topologyKey"), "can not be empty");
        PodFields.WhenUnsatisfiable.Check(constraint.WhenUnsatisfiable, path, "whenUnsatisfiable", errors);
    }

    /// <summary>Which constraints come again later with the same key and action; the earlier one is blamed.</summary>
    private static bool[] Repeated(IReadOnlyList<TopologySpreadConstraint> constraints)
    {
        var repeated = new bool[constraints.Count];
        var seen = default(Seen);
        for (var i = constraints.Count - 1; i >= 0 && constraints.Count > 1; i--)
            repeated[i] = !seen.Add(Pair(constraints[i]));
        return repeated;
    }

    private static string Pair(TopologySpreadConstraint constraint) => $"{{{constraint.TopologyKey}, {constraint.WhenUnsatisfiable}}}";

    private static void ValidateDomains(TopologySpreadConstraint constraint, FieldPath path, FieldErrors errors)
    {
        if (constraint.MinDomains is { } domains)
        {
            if (domains <= 0)
                errors.Invalid(path.Child("minDomains"), domains, Wording.NotPositive);
            if (constraint.WhenUnsatisfiable != "DoNotSchedule")
                errors.Invalid(path.Child("minDomains"), domains, $"can only use minDomains if whenUnsatisfiable=DoNotSchedule, not {constraint.WhenUnsatisfiable}");
        }

        PodFields.NodeInclusionPolicy.CheckOptional(constraint.NodeAffinityPolicy, path, "nodeAffinityPolicy", errors);
        PodFields.NodeInclusionPolicy.CheckOptional(constraint.NodeTaintsPolicy, path, "nodeTaintsPolicy", errors);
    }

    private static void ValidateLabelKeys(TopologySpreadConstraint constraint, FieldPath path, FieldErrors errors)
    {
        if (constraint.MatchLabelKeys is not { Count: > 0 } keys)
            return;

        if (constraint.LabelSelector is null)
            errors.Forbidden(path, "must not be specified when labelSelector is not set");
        for (var i = 0; i < keys.Count; i++)
        {
            errors.Invalid(path.Index(i), keys[i], QualifiedNames.Name(keys[i]));
            if (Selects(constraint.LabelSelector, keys[i]))
                errors.Invalid(path.Index(i), keys[i], "exists in both matchLabelKeys and labelSelector");
        }
    }

    private static bool Selects(LabelSelector? selector, string key)
    {
        if (selector?.MatchLabels?.ContainsKey(key) == true)
            return true;

        foreach (var requirement in selector?.MatchExpressions ?? [])
        {
            if (requirement.Key == key)
                return true;
        }

        return false;
    }
}
