using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.AdmissionRegistration.V1.Rules;

internal static class WebhookValidation
{
    private const string KnownVersions = "v1, v1beta1";

    public static bool IsKnownVersion(string version) => version is "v1" or "v1beta1";

    public static void Validate(IReadOnlyList<WebhookView> hooks, WebhookOptions options, FieldErrors errors)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < hooks.Count; i++)
        {
            var path = FieldPath.Root("webhooks").Index(i);
            Validate(hooks[i], options, path, errors);
            ValidateVersions(hooks[i].ReviewVersions, options, path.Child("admissionReviewVersions"), errors);
            if (!options.AllowDuplicateNames && hooks[i].Name.Length > 0 && !seen.Add(hooks[i].Name))
                errors.Duplicate(path.Child("name"), hooks[i].Name);
        }
    }

    private static void Validate(WebhookView hook, WebhookOptions options, FieldPath path, FieldErrors errors)
    {
        DnsNames.FullyQualifiedName(hook.Name, path.Child("name"), errors);
        for (var i = 0; i < hook.Rules.Count; i++)
            RuleValidation.Validate(hook.Rules[i], path.Child("rules").Index(i), errors);

        AdmissionFields.FailurePolicy.CheckOptional(hook.FailurePolicy, path, "failurePolicy", errors);
        AdmissionFields.MatchPolicy.CheckOptional(hook.MatchPolicy, path, "matchPolicy", errors);
        var sideEffects = options.AllowSideEffects ? AdmissionFields.SideEffects : AdmissionFields.NoSideEffects;
        if (hook.SideEffects is null)
            errors.Required(path.Child("sideEffects"), "must specify one of " + string.Join(", ", sideEffects.Values));
        sideEffects.CheckOptional(hook.SideEffects, path, "sideEffects", errors);
        if (hook.TimeoutSeconds is < 1 or > 30)
            errors.Invalid(path.Child("timeoutSeconds"), hook.TimeoutSeconds, "the timeout value must be between 1 and 30 seconds");

        LabelSelectorValidation.Validate(hook.NamespaceSelector, path.Child("namespaceSelector"), errors, options.AllowInvalidLabelValues);
        LabelSelectorValidation.Validate(hook.ObjectSelector, path.Child("objectSelector"), errors, options.AllowInvalidLabelValues);
        AdmissionFields.Reinvocation.CheckOptional(hook.ReinvocationPolicy, path, "reinvocationPolicy", errors);
        WebhookClientValidation.Validate(hook.Client, path.Child("clientConfig"), errors);
        if (!options.IgnoreMatchConditions)
            new ExpressionValidation(hasParams: false, hasVariables: false).ValidateConditions(hook.MatchConditions, path.Child("matchConditions"), errors);
    }

    private static void ValidateVersions(IReadOnlyList<string> versions, WebhookOptions options, FieldPath path, FieldErrors errors)
    {
        if (versions.Count == 0)
        {
            errors.Required(path, "must specify one of " + KnownVersions);
            return;
        }

        var seen = new HashSet<string>();
        for (var i = 0; i < versions.Count; i++)
        {
            if (!seen.Add(versions[i]))
                errors.Invalid(path.Index(i), versions[i], "duplicate version");
            else
                errors.Invalid(path.Index(i), versions[i], DnsNames.Dns1035Label(versions[i]));
        }

        if (!options.AllowUnknownReviewVersions && !versions.Any(IsKnownVersion))
            errors.Invalid(path, versions, "must include at least one of " + KnownVersions);
    }
}
