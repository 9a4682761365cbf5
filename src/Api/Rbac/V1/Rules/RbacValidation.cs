using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Rbac.V1.Rules;

internal static class RbacValidation
{
    public const string Group = "rbac.authorization.k8s.io";

    public static void ValidateRules(IReadOnlyList<PolicyRule>? rules, bool namespaced, FieldErrors errors)
    {
        for (var i = 0; i < rules?.Count; i++)
            ValidateRule(rules[i], namespaced, FieldPath.Root("rules").Index(i), errors);
    }

    public static void ValidateReference(RoleRef reference, IReadOnlyList<string> kinds, FieldErrors errors)
    {
        var path = FieldPath.Root("roleRef");
        if (reference.ApiGroup != Group)
            errors.NotSupported(path.Child("apiGroup"), reference.ApiGroup ?? "", [Group]);
        if (!kinds.Contains(reference.Kind ?? ""))
            errors.NotSupported(path.Child("kind"), reference.Kind ?? "", kinds);

        if (string.IsNullOrEmpty(reference.Name))
            errors.Required(path.Child("name"));
        else
            errors.Invalid(path.Child("name"), reference.Name, Names.PathSegment(reference.Name, prefix: false));
    }

    public static void ValidateSubjects(IReadOnlyList<Subject>? subjects, bool namespaced, FieldErrors errors)
    {
        for (var i = 0; i < subjects?.Count; i++)
            ValidateSubject(subjects[i], namespaced, FieldPath.Root("subjects").Index(i), errors);
    }

    /// <summary>What a role grants to a subject cannot be turned into something else behind its back.</summary>
    public static void ValidateUnchanged(RoleRef reference, RoleRef old, FieldErrors errors)
    {
        if (reference != old)
        {
            errors.Invalid(
                FieldPath.Root("roleRef"),
                new ShownAs($"rbac.RoleRef{{APIGroup:\"{reference.ApiGroup}\", Kind:\"{reference.Kind}\", Name:\"{reference.Name}\"}}"),
                "cannot change roleRef");
        }
    }

    private static void ValidateRule(PolicyRule rule, bool namespaced, FieldPath path, FieldErrors errors)
    {
        if (rule.Verbs is not { Count: > 0 })
            errors.Required(path.Child("verbs"), "verbs must contain at least one value");

        if (rule.NonResourceURLs is { Count: > 0 } urls)
        {
            if (namespaced)
                errors.Invalid(path.Child("nonResourceURLs"), urls, "namespaced rules cannot apply to non-resource URLs");
            if (rule.ApiGroups is { Count: > 0 } || rule.Resources is { Count: > 0 } || rule.ResourceNames is { Count: > 0 })
                errors.Invalid(path.Child("nonResourceURLs"), urls, "rules cannot apply to both regular resources and non-resource URLs");
            return;
        }

        if (rule.ApiGroups is not { Count: > 0 })
            errors.Required(path.Child("apiGroups"), "resource rules must supply at least one api group");
        if (rule.Resources is not { Count: > 0 })
            errors.Required(path.Child("resources"), "resource rules must supply at least one resource");
    }

    private static void ValidateSubject(Subject subject, bool namespaced, FieldPath path, FieldErrors errors)
    {
        var name = subject.Name ?? "";
        if (name.Length == 0)
            errors.Required(path.Child("name"));

        switch (subject.Kind)
        {
            case "ServiceAccount":
                if (name.Length > 0)
                    errors.Invalid(path.Child("name"), name, DnsNames.Subdomain(name));
                if (subject.ApiGroup is { Length: > 0 } group)
                    errors.NotSupported(path.Child("apiGroup"), group, [""]);
                if (!namespaced && string.IsNullOrEmpty(subject.Namespace))
                    errors.Required(path.Child("namespace"));
                break;
            case "User" or "Group":
                if (name.Length == 0)
                    errors.Invalid(path.Child("name"), name, $"{subject.Kind.ToLowerInvariant()} name cannot be empty");
                if (subject.ApiGroup != Group)
                    errors.NotSupported(path.Child("apiGroup"), subject.ApiGroup ?? "", [Group]);
                break;
            default:
                errors.NotSupported(path.Child("kind"), subject.Kind ?? "", ["ServiceAccount", "User", "Group"]);
                break;
        }
    }
}
