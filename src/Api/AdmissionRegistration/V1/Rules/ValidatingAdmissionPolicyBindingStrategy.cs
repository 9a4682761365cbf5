using CloudletK8s.Api.Apps.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.AdmissionRegistration.V1.Rules;

internal sealed class ValidatingAdmissionPolicyBindingStrategy : KindStrategy
{
    private const string Exclusive = "name and selector are mutually exclusive";

    public override bool AllowUnconditionalUpdate => false;

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors)
    {
        var spec = Workloads.Spec<ValidatingAdmissionPolicyBindingSpec>(obj);
        var path = Workloads.SpecPath;
        if (string.IsNullOrEmpty(spec.PolicyName))
            errors.Required(path.Child("policyName"));
        else
            errors.Invalid(path.Child("policyName"), spec.PolicyName, DnsNames.Subdomain(spec.PolicyName));

        if (spec.ParamRef is not null)
            ValidateParam(spec.ParamRef, path.Child("paramRef"), errors);
        MatchResourcesValidation.Validate(spec.MatchResources, path.Child("matchResources"), errors);
        ValidateActions(spec.ValidationActions ?? [], path.Child("validationActions"), errors);
    }

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors) =>
        ValidateCreate(obj, context, errors);

    private static void ValidateParam(ParamRef reference, FieldPath path, FieldErrors errors)
    {
        var name = reference.Name ?? "";
        errors.Invalid(path.Child("name"), name, Names.PathSegment(name, prefix: false));
        if (name.Length > 0 && reference.Selector is not null)
            errors.Forbidden(path.Child("name"), Exclusive);
        LabelSelectorValidation.Validate(reference.Selector, path.Child("selector"), errors);
        if (name.Length > 0 && reference.Selector is not null)
            errors.Forbidden(path.Child("selector"), Exclusive);
        if (name.Length == 0 && reference.Selector is null)
            errors.Required(path, "one of name or selector must be specified");
        AdmissionFields.NotFoundAction.CheckRequired(reference.ParameterNotFoundAction, path, "parameterNotFoundAction", errors);
    }

    private static void ValidateActions(IReadOnlyList<string> actions, FieldPath path, FieldErrors errors)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < actions.Count; i++)
        {
            if (!AdmissionFields.Action.Has(actions[i]))
                errors.NotSupported(path.Index(i), actions[i], AdmissionFields.Action.Values);
            if (!seen.Add(actions[i]))
                errors.Duplicate(path.Index(i), actions[i]);
        }

        if (seen.Contains("Deny") && seen.Contains("Warn"))
        {
            errors.Invalid(
                path,
                ShownAs.List("admissionregistration.ValidationAction", actions),
                "must not contain both Deny and Warn (repeating the same validation failure information in the API response and headers serves no purpose)");
        }

        if (actions.Count == 0)
            errors.Required(path, "at least one validation action is required");
    }
}
