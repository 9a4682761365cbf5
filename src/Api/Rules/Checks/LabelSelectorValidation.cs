using CloudletK8s.Api.Meta.V1;

namespace CloudletK8s.Api.Rules.Checks;

/// <summary>Label selectors that stand in objects.</summary>
public static class LabelSelectorValidation
{
    /// <param name="allowInvalidValues">An update keeps values that an older object already has although they could not match any label.</param>
    public static void Validate(LabelSelector? selector, FieldPath path, FieldErrors errors, bool allowInvalidValues = false)
    {
        if (selector is null)
            return;

        if (selector.MatchLabels is { Count: > 0 } labels)
            Labels.Check(labels, path.Child("matchLabels"), errors);

        for (var i = 0; i < selector.MatchExpressions?.Count; i++)
            Validate(selector.MatchExpressions[i], path.Child("matchExpressions").Index(i), errors, allowInvalidValues);
    }

    public static void Validate(LabelSelectorRequirement requirement, FieldPath path, FieldErrors errors, bool allowInvalidValues = false)
    {
        var values = requirement.Values ?? [];
        switch (requirement.Operator)
        {
            case "In" or "NotIn":
                if (values.Count == 0)
                    errors.Required(path.Child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
                break;
            case "Exists" or "DoesNotExist":
                if (values.Count > 0)
                    errors.Forbidden(path.Child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                break;
            default:
                errors.Invalid(path.Child("operator"), requirement.Operator ?? "", "not a valid selector operator");
                break;
        }

        var key = requirement.Key ?? "";
        if (QualifiedNames.Name(key) is { Count: > 0 } wrong)
            errors.Invalid(path.Child("key"), key, wrong);

        for (var i = 0; !allowInvalidValues && i < values.Count; i++)
        {
            if (QualifiedNames.LabelValue(values[i]) is { Count: > 0 } messages)
                errors.Invalid(path.Child("values").Index(i), values[i], messages);
        }
    }

    public static bool HasInvalidValue(LabelSelector? selector)
    {
        foreach (var requirement in selector?.MatchExpressions ?? [])
        {
            foreach (var value in requirement.Values ?? [])
            {
                if (QualifiedNames.LabelValue(value).Count > 0)
                    return true;
            }
        }

        return false;
    }

    public static bool IsEmpty(LabelSelector selector) => selector.MatchLabels is not { Count: > 0 } && selector.MatchExpressions is not { Count: > 0 };
}
