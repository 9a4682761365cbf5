using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.AdmissionRegistration.V1.Rules;

/// <summary>Which requests a webhook or policy is about.</summary>
internal static class RuleValidation
{
    private const string All = "*";

    public static void Validate(RuleWithOperations rule, FieldPath path, FieldErrors errors) =>
        Validate(rule.Operations ?? [], rule.ApiGroups ?? [], rule.ApiVersions ?? [], rule.Resources ?? [], rule.Scope, path, errors);

    public static void Validate(NamedRuleWithOperations rule, FieldPath path, FieldErrors errors)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < rule.ResourceNames?.Count; i++)
        {
            var name = rule.ResourceNames[i];
            errors.Invalid(path.Child("resourceNames").Index(i), name, Names.PathSegment(name, prefix: false));
            if (!seen.Add(name))
                errors.Duplicate(path.Child("resourceNames").Index(i), name);
        }

        Validate(rule.Operations ?? [], rule.ApiGroups ?? [], rule.ApiVersions ?? [], rule.Resources ?? [], rule.Scope, path, errors);
    }

    private static void Validate(
        IReadOnlyList<string> operations,
        IReadOnlyList<string> groups,
        IReadOnlyList<string> versions,
        IReadOnlyList<string> resources,
        string? scope,
        FieldPath path,
        FieldErrors errors)
    {
        ValidateOperations(operations, path.Child("operations"), errors);
        if (groups.Count == 0)
            errors.Required(path.Child("apiGroups"));
        if (groups.Count > 1 && groups.Contains(All))
            errors.Invalid(path.Child("apiGroups"), groups, "if '*' is present, must not specify other API groups");

        if (versions.Count == 0)
            errors.Required(path.Child("apiVersions"));
        if (versions.Count > 1 && versions.Contains(All))
            errors.Invalid(path.Child("apiVersions"), versions, "if '*' is present, must not specify other API versions");
        for (var i = 0; i < versions.Count; i++)
        {
            if (versions[i].Length == 0)
                errors.Required(path.Child("apiVersions").Index(i));
        }

        ValidateResources(resources, path.Child("resources"), errors);
        AdmissionFields.Scope.CheckOptional(scope, path, "scope", errors);
    }

    private static void ValidateOperations(IReadOnlyList<string> operations, FieldPath path, FieldErrors errors)
    {
        if (operations.Count == 0)
            errors.Required(path);
        if (operations.Count > 1 && operations.Contains(All))
            errors.Invalid(path, ShownAs.List("admissionregistration.OperationType", operations), "if '*' is present, must not specify other operations");
        for (var i = 0; i < operations.Count; i++)
        {
            if (!AdmissionFields.Operation.Has(operations[i]))
                errors.NotSupported(path.Index(i), operations[i], AdmissionFields.Operation.Values);
        }
    }

    private static void ValidateResources(IReadOnlyList<string> resources, FieldPath path, FieldErrors errors)
    {
        if (resources.Count == 0)
            errors.Required(path);

        var allSubresourcesOf = new HashSet<string>();
        var subresourceOfAll = new HashSet<string>();
        var whole = false;
        for (var i = 0; i < resources.Count; i++)
        {
            var resource = resources[i];
            if (resource.Length == 0)
            {
                errors.Required(path.Index(i));
                continue;
            }

            var slash = resource.IndexOf('/');
            if (slash < 0)
            {
                whole = resource != All;
                continue;
            }

            var (parent, sub) = (resource[..slash], resource[(slash + 1)..]);
            if (allSubresourcesOf.Contains(parent))
                errors.Invalid(path.Index(i), resource, $"if '{parent}/*' is present, must not specify {resource}");
            if (subresourceOfAll.Contains(sub))
                errors.Invalid(path.Index(i), resource, $"if '*/{sub}' is present, must not specify {resource}");
            if (sub == All)
                allSubresourcesOf.Add(parent);
            if (parent == All)
                subresourceOfAll.Add(sub);
        }

        if (resources.Count > 1 && resources.Contains("*/*"))
            errors.Invalid(path, resources, "if '*/*' is present, must not specify other resources");
        if (resources.Contains(All) && whole)
            errors.Invalid(path, resources, "if '*' is present, must not specify other resources without subresources");
    }
}
