using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Meta.V1.Rules;

/// <summary>What a selector record says of labels. A selector that could not be read as one matches nothing.</summary>
public static class SelectorLogic
{
    /// <summary>Could a server work with this selector at all?</summary>
    public static bool IsUsable(LabelSelector? selector)
    {
        foreach (var (key, value) in selector?.MatchLabels ?? new Dictionary<string, string>())
        {
            if (QualifiedNames.Name(key).Count > 0 || QualifiedNames.LabelValue(value).Count > 0)
                return false;
        }

        foreach (var requirement in selector?.MatchExpressions ?? [])
        {
            if (!IsUsable(requirement))
                return false;
        }

        return true;
    }

    /// <summary>No selector at all matches nothing, an empty one everything.</summary>
    public static bool Matches(LabelSelector? selector, IReadOnlyDictionary<string, string>? labels)
    {
        if (selector is null)
            return false;

        foreach (var (key, value) in selector.MatchLabels ?? new Dictionary<string, string>())
        {
            if (labels is null || !labels.TryGetValue(key, out var label) || label != value)
                return false;
        }

        foreach (var requirement in selector.MatchExpressions ?? [])
        {
            if (!Matches(requirement, labels))
                return false;
        }

        return true;
    }

    private static bool Matches(LabelSelectorRequirement requirement, IReadOnlyDictionary<string, string>? labels)
    {
        string? label = null;
        var has = requirement.Key is not null && labels?.TryGetValue(requirement.Key, out label) == true;
        return requirement.Operator switch
        {
            "In" => has && requirement.Values?.Contains(label!) == true,
            "NotIn" => !has || requirement.Values?.Contains(label!) != true,
            "Exists" => has,
            "DoesNotExist" => !has,
            _ => false,
        };
    }

    private static bool IsUsable(LabelSelectorRequirement requirement)
    {
        var values = requirement.Values ?? [];
        var fits = requirement.Operator switch
        {
            "In" or "NotIn" => values.Count > 0,
            "Exists" or "DoesNotExist" => values.Count == 0,
            _ => false,
        };
        return fits && QualifiedNames.Name(requirement.Key ?? "").Count == 0 && values.All(value => QualifiedNames.LabelValue(value).Count == 0);
    }
}
