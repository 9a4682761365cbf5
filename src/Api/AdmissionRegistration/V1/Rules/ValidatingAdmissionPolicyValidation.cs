using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.AdmissionRegistration.V1.Rules;

internal static class ValidatingAdmissionPolicyValidation
{
    private const int MostAnnotations = 20;
    private const string Nothing = "validations or auditAnnotations must contain at least one item";

    public static void Validate(string name, ValidatingAdmissionPolicySpec spec, bool ignoreConditions, FieldPath path, FieldErrors errors)
    {
        AdmissionFields.FailurePolicy.CheckRequired(spec.FailurePolicy, path, "failurePolicy", errors);
        if (spec.ParamKind is not null)
            ValidateParamKind(spec.ParamKind, path.Child("paramKind"), errors);

        if (spec.MatchConstraints is null)
        {
            errors.Required(path.Child("matchConstraints"));
        }
        else
        {
            MatchResourcesValidation.Validate(spec.MatchConstraints, path.Child("matchConstraints"), errors);
            if (spec.MatchConstraints.ResourceRules is not { Count: > 0 })
                errors.Required(path.Child("matchConstraints", "resourceRules"));
        }

        var expressions = new ExpressionValidation(hasParams: spec.ParamKind is not null, hasVariables: true);
        if (!ignoreConditions)
            expressions.ValidateConditions(spec.MatchConditions, path.Child("matchConditions"), errors);
        for (var i = 0; i < spec.Variables?.Count; i++)
            expressions.ValidateVariable(spec.Variables[i], path.Child("variables").Index(i), errors);
        ValidateOutcome(name, spec.Validations ?? [], spec.AuditAnnotations ?? [], expressions, path, errors);
    }

    public static void ValidateStatus(ValidatingAdmissionPolicyStatus status, FieldPath path, FieldErrors errors)
    {
        var warnings = status.TypeChecking?.ExpressionWarnings;
        for (var i = 0; i < warnings?.Count; i++)
        {
            var at = path.Child("typeChecking", "expressionWarnings").Index(i);
            if (string.IsNullOrEmpty(warnings[i].Warning))
                errors.Required(at.Child("warning"));
            if (string.IsNullOrWhiteSpace(warnings[i].FieldRef))
                errors.Required(at.Child("fieldRef"));
        }

        ConditionValidation.Validate(status.Conditions, path.Child("conditions"), errors);
    }

    private static void ValidateOutcome(
        string name, IReadOnlyList<Validation> validations, IReadOnlyList<AuditAnnotation> annotations, ExpressionValidation expressions, FieldPath path, FieldErrors errors)
    {
        if (validations.Count == 0 && annotations.Count == 0)
        {
            errors.Required(path.Child("validations"), Nothing);
            errors.Required(path.Child("auditAnnotations"), Nothing);
            return;
        }

        for (var i = 0; i < validations.Count; i++)
            expressions.ValidateValidation(validations[i], path.Child("validations").Index(i), errors);

        var audit = path.Child("auditAnnotations");
        if (annotations.Count > MostAnnotations)
            errors.InvalidHidden(audit, $"must not have more than {MostAnnotations} auditAnnotations");

        var seen = new HashSet<string>();
        for (var i = 0; i < annotations.Count; i++)
        {
            expressions.ValidateAnnotation(annotations[i], name, audit.Index(i), errors);
            if (!seen.Add(annotations[i].Key ?? ""))
                errors.Duplicate(audit.Index(i).Child("key"), annotations[i].Key ?? "");
        }
    }

    private static void ValidateParamKind(ParamKind kind, FieldPath path, FieldErrors errors)
    {
        var apiVersion = kind.ApiVersion ?? "";
        if (apiVersion.Length == 0)
            errors.Required(path.Child("apiVersion"));
        else if (apiVersion.Count('/') > 1)
            errors.Invalid(path.Child("apiVersion"), apiVersion, $"unexpected GroupVersion string: {apiVersion}");
        else
            ValidateApiVersion(apiVersion, path.Child("apiVersion"), errors);

        if (string.IsNullOrEmpty(kind.Kind))
            errors.Required(path.Child("kind"));
        else if (DnsNames.Dns1035Label(kind.Kind.ToLowerInvariant()) is { Count: > 0 } wrong)
            errors.Invalid(path.Child("kind"), kind.Kind, "may have mixed case, but should otherwise match: " + string.Join(",", wrong));
    }

    private static void ValidateApiVersion(string apiVersion, FieldPath path, FieldErrors errors)
    {
        var slash = apiVersion.IndexOf('/');
        var group = slash < 0 ? "" : apiVersion[..slash];
        var version = apiVersion[(slash + 1)..];
        if (group.Length > 0 && DnsNames.Subdomain(group) is { Count: > 0 } wrongGroup)
            errors.Invalid(path, group, string.Join(",", wrongGroup));
        if (version.Length == 0)
            errors.Invalid(path, apiVersion, "version must be specified");
        else if (DnsNames.Dns1035Label(version) is { Count: > 0 } wrongVersion)
            errors.Invalid(path, version, string.Join(",", wrongVersion));
    }
}
