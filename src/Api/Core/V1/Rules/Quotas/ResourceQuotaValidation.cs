using CloudletK8s.Api.Core.V1.Rules.Resources;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Rules.Quotas;

internal static class ResourceQuotaValidation
{
    private const string UnsupportedScope = "unsupported scope";
    private const string UnsupportedForResource = "unsupported scope applied to resource";

    private static readonly EnumField Scopes = EnumField.Of<ScopedResourceSelectorRequirement>("scopeName");

    private static readonly string[] ComputeResources = ["cpu", "memory", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory"];

    private static readonly (string First, string Second)[] Opposites = [("BestEffort", "NotBestEffort"), ("Terminating", "NotTerminating")];

    public static void Validate(ResourceQuotaSpec spec, FieldErrors errors)
    {
        var path = FieldPath.Root("spec");
        Validate(spec.Hard, path.Child("hard"), errors);
        ValidateScopes(spec, path.Child("scopes"), errors);
        if (spec.ScopeSelector is { } selector)
            ValidateSelector(spec, selector.MatchExpressions ?? [], path.Child("scopeSelector", "matchExpressions"), errors);
    }

    public static void Validate(ResourceQuotaStatus status, FieldErrors errors)
    {
        Validate(status.Hard, FieldPath.Root("status").Child("hard"), errors);
        Validate(status.Used, FieldPath.Root("status").Child("used"), errors);
    }

    /// <summary>Resources that a quota can count, besides those with a domain.</summary>
    public static bool IsStandard(string name) =>
        name.StartsWith("requests.hugepages-", StringComparison.Ordinal) || (name != ResourceNames.Storage && ResourceNames.IsStandard(name));

    private static void Validate(IReadOnlyDictionary<string, Quantity>? amounts, FieldPath path, FieldErrors errors)
    {
        foreach (var (name, amount) in amounts ?? new Dictionary<string, Quantity>())
        {
            var at = path.Key(name);
            ResourceValidation.ValidateName(name, at, errors);
            if (!name.Contains('/') && !IsStandard(name))
                errors.Invalid(at, name, "must be a standard resource for quota");
            ResourceValidation.ValidateAmount(name, amount, at, errors);
        }
    }

    private static void ValidateScopes(ResourceQuotaSpec spec, FieldPath path, FieldErrors errors)
    {
        var scopes = spec.Scopes ?? [];
        var shown = ShownAs.List("core.ResourceQuotaScope", spec.Scopes);
        foreach (var scope in scopes)
        {
            if (!Scopes.Has(scope))
                errors.Invalid(path, shown, UnsupportedScope);
            foreach (var _ in Unfit(spec, scope))
                errors.Invalid(path, shown, UnsupportedForResource);
        }

        ValidateOpposites(scopes, shown, path, errors);
    }

    private static void ValidateSelector(
        ResourceQuotaSpec spec, IReadOnlyList<ScopedResourceSelectorRequirement> requirements, FieldPath path, FieldErrors errors)
    {
        foreach (var requirement in requirements)
        {
            var scope = requirement.ScopeName ?? "";
            if (!Scopes.Has(scope))
                errors.Invalid(path.Child("scopeName"), scope, UnsupportedScope);
            foreach (var _ in Unfit(spec, scope))
                errors.Invalid(path, Shown(requirements), UnsupportedForResource);
            ValidateOperator(requirement, scope, path, errors);
        }

        ValidateOpposites(
            [.. requirements.Select(requirement => requirement.ScopeName ?? "")],
            ShownAs.List("core.ResourceQuotaScope", spec.Scopes),
            path,
            errors);
    }

    private static void ValidateOperator(ScopedResourceSelectorRequirement requirement, string scope, FieldPath path, FieldErrors errors)
    {
        var values = requirement.Values ?? [];
        if (scope is "BestEffort" or "NotBestEffort" or "Terminating" or "NotTerminating" or "CrossNamespacePodAffinity" && requirement.Operator != "Exists")
        {
            errors.Invalid(
                path.Child("operator"),
                requirement.Operator ?? "",
                "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity");
        }

        switch (requirement.Operator)
        {
            case "In" or "NotIn":
                if (values.Count == 0)
                    errors.Required(path.Child("values"), "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector");
                break;
            case "Exists" or "DoesNotExist":
                if (values.Count > 0)
                    errors.Invalid(path.Child("values"), values, "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector");
                break;
            default:
                errors.Invalid(path.Child("operator"), requirement.Operator ?? "", "not a valid selector operator");
                break;
        }
    }

    private static void ValidateOpposites(IReadOnlyList<string> scopes, ShownAs shown, FieldPath path, FieldErrors errors)
    {
        foreach (var (first, second) in Opposites)
        {
            if (scopes.Contains(first) && scopes.Contains(second))
                errors.Invalid(path, shown, "conflicting scopes");
        }
    }

    private static IEnumerable<string> Unfit(ResourceQuotaSpec spec, string scope) =>
        spec.Hard?.Keys.Order(StringComparer.Ordinal).Where(name => IsStandard(name) && !IsScopeFor(scope, name)) ?? [];

    private static bool IsScopeFor(string scope, string resource) => scope switch
    {
        "BestEffort" => resource == "pods",
        "Terminating" or "NotTerminating" or "NotBestEffort" or "PriorityClass" or "CrossNamespacePodAffinity" =>
            resource == "pods" || ComputeResources.Contains(resource),
        _ => true,
    };

    private static TreeObject Shown(IReadOnlyList<ScopedResourceSelectorRequirement> requirements)
    {
        var list = new TreeList(requirements.Select(requirement =>
        {
            var item = new TreeObject();
            item.Set("scopeName", requirement.ScopeName ?? "");
            item.Set("operator", requirement.Operator ?? "");
            if (requirement.Values is { Count: > 0 } values)
                item.Set("values", TreeList.OfTexts(values));
            return item;
        }));
        var selector = new TreeObject();
        selector.Set("matchExpressions", list);
        return selector;
    }
}
