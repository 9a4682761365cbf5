using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.FlowControl.V1.Rules;

internal static class FlowSchemaValidation
{
    private const int LowestPrecedence = 10_000;
    private const string All = "*";

    private static readonly EnumField Methods = EnumField.OfTexts("ByNamespace", "ByUser");
    private static readonly EnumField Verbs = EnumField.OfTexts("create", "delete", "deletecollection", "get", "list", "patch", "proxy", "update", "watch");

    public static void Validate(string name, FlowSchemaSpec spec, FieldPath path, FieldErrors errors)
    {
        var precedence = spec.MatchingPrecedence;
        if (precedence <= 0)
            errors.Invalid(path.Child("matchingPrecedence"), precedence, "must be a positive value");
        if (precedence > LowestPrecedence)
            errors.Invalid(path.Child("matchingPrecedence"), precedence, $"must not be greater than {LowestPrecedence}");
        if (precedence == 1 && name != "exempt")
            errors.Invalid(path.Child("matchingPrecedence"), precedence, "only the schema named 'exempt' may have matchingPrecedence 1");
        if (spec.DistinguisherMethod is { } method && !Methods.Has(method.Type))
            errors.NotSupported(path.Child("distinguisherMethod", "type"), new ShownAs($"flowcontrol.FlowDistinguisherMethod{{Type:\"{method.Type}\"}}"), Methods.Values);

        var level = path.Child("priorityLevelConfiguration", "name");
        if (spec.PriorityLevelConfiguration?.Name is { Length: > 0 } wanted)
            errors.Invalid(level, wanted, DnsNames.Subdomain(wanted));
        else
            errors.Required(level, "must reference a priority level");

        for (var i = 0; i < spec.Rules?.Count; i++)
            ValidateRule(spec.Rules[i], path.Child("rules").Index(i), errors);
    }

    private static void ValidateRule(PolicyRulesWithSubjects rule, FieldPath path, FieldErrors errors)
    {
        var subjects = rule.Subjects ?? [];
        if (subjects.Count == 0)
            errors.Required(path.Child("subjects"), "subjects must contain at least one value");
        for (var i = 0; i < subjects.Count; i++)
            FlowSubjectValidation.Validate(subjects[i], path.Child("subjects").Index(i), errors);

        if (rule.ResourceRules is not { Count: > 0 } && rule.NonResourceRules is not { Count: > 0 })
            errors.Required(path, "at least one of resourceRules and nonResourceRules has to be non-empty");
        for (var i = 0; i < rule.ResourceRules?.Count; i++)
            ValidateResourceRule(rule.ResourceRules[i], path.Child("resourceRules").Index(i), errors);
        for (var i = 0; i < rule.NonResourceRules?.Count; i++)
            ValidateNonResourceRule(rule.NonResourceRules[i], path.Child("nonResourceRules").Index(i), errors);
    }

    private static void ValidateResourceRule(ResourcePolicyRule rule, FieldPath path, FieldErrors errors)
    {
        ValidateVerbs(rule.Verbs ?? [], path.Child("verbs"), errors);
        ValidateList(rule.ApiGroups ?? [], path.Child("apiGroups"), "resource rules must supply at least one api group", "api groups", errors);
        ValidateList(rule.Resources ?? [], path.Child("resources"), "resource rules must supply at least one resource", "resources", errors);

        var namespaces = rule.Namespaces ?? [];
        if (namespaces.Count == 0 && !rule.ClusterScope)
        {
            errors.Required(path.Child("namespaces"), "resource rules that are not cluster scoped must supply at least one namespace");
        }
        else if (namespaces.Contains(All))
        {
            if (namespaces.Count > 1)
                errors.Invalid(path.Child("namespaces"), namespaces, "if '*' is present, must not specify other namespaces");
        }
        else
        {
            for (var i = 0; i < namespaces.Count; i++)
            {
                foreach (var wrong in DnsNames.Label(namespaces[i]))
                    errors.Invalid(path.Child("namespaces").Index(i), namespaces[i], "each member of this list must be '*' or a DNS-1123 label; " + wrong);
            }
        }
    }

    private static void ValidateNonResourceRule(NonResourcePolicyRule rule, FieldPath path, FieldErrors errors)
    {
        ValidateVerbs(rule.Verbs ?? [], path.Child("verbs"), errors);
        var urls = rule.NonResourceURLs ?? [];
        ValidateList(urls, path.Child("nonResourceURLs"), "nonResourceURLs must contain at least one value", "non-resource URLs", errors);
        for (var i = 0; i < urls.Count && !urls.Contains(All); i++)
        {
            if (ExplainUrl(urls[i]) is { } wrong)
                errors.Invalid(path.Child("nonResourceURLs").Index(i), urls[i], wrong);
        }
    }

    private static void ValidateVerbs(IReadOnlyList<string> verbs, FieldPath path, FieldErrors errors)
    {
        ValidateList(verbs, path, "verbs must contain at least one value", "verbs", errors);
        if (!verbs.Contains(All) && verbs.Any(verb => !Verbs.Has(verb)))
            errors.NotSupported(path, verbs, Verbs.Values);
    }

    private static void ValidateList(IReadOnlyList<string> values, FieldPath path, string missing, string others, FieldErrors errors)
    {
        if (values.Count == 0)
            errors.Required(path, missing);
        else if (values.Count > 1 && values.Contains(All))
            errors.Invalid(path, values, $"if '*' is present, must not specify other {others}");
    }

    private static string? ExplainUrl(string url)
    {
        var stars = url.Count('*');
        return url switch
        {
            "" => "must not be empty",
            "/" => null,
            _ when url[0] != '/' => "must start with slash",
            _ when url.Contains(' ') => "must not contain white-space",
            _ when url.Contains("//", StringComparison.Ordinal) => "must not contain double slash",
            _ when stars > 1 || (stars == 1 && !url.EndsWith("/*", StringComparison.Ordinal)) => "wildcard can only do suffix matching",
            _ => null,
        };
    }
}
