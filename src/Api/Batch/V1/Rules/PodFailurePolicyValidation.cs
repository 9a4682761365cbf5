using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Batch.V1.Rules;

internal static class PodFailurePolicyValidation
{
    private const int MostRules = 20;
    private const int MostExitCodes = 255;
    private const int MostConditions = 20;

    public static void Validate(JobSpec spec, FieldPath path, FieldErrors errors)
    {
        var rules = spec.PodFailurePolicy!.Rules ?? [];
        var rulesPath = path.Child("rules");
        if (rules.Count > MostRules)
            errors.TooMany(rulesPath, rules.Count, MostRules);

        for (var i = 0; i < rules.Count; i++)
            ValidateRule(spec, rules[i], rulesPath.Index(i), errors);
    }

    private static void ValidateRule(JobSpec spec, PodFailurePolicyRule rule, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(rule.Action))
            errors.Required(path.Child("action"), JobFields.ValidValues(JobFields.FailureAction));
        else if (rule.Action != "FailIndex")
            JobFields.FailureAction.Check(rule.Action, path, "action", errors);
        else if (spec.BackoffLimitPerIndex is null)
            errors.Invalid(path.Child("action"), rule.Action, "requires the backoffLimitPerIndex to be set");

        var conditions = rule.OnPodConditions ?? [];
        if (rule.OnExitCodes is not null)
            ValidateExitCodes(spec, rule.OnExitCodes, path.Child("onExitCodes"), errors);
        if (conditions.Count > 0)
            ValidateConditions(conditions, path.Child("onPodConditions"), errors);
        if (rule.OnExitCodes is not null && conditions.Count > 0)
            errors.InvalidHidden(path, "specifying both OnExitCodes and OnPodConditions is not supported");
        if (rule.OnExitCodes is null && conditions.Count == 0)
            errors.InvalidHidden(path, "specifying one of OnExitCodes and OnPodConditions is required");
    }

    private static void ValidateConditions(IReadOnlyList<PodFailurePolicyOnPodConditionsPattern> patterns, FieldPath path, FieldErrors errors)
    {
        if (patterns.Count > MostConditions)
            errors.TooMany(path, patterns.Count, MostConditions);

        for (var i = 0; i < patterns.Count; i++)
        {
            var type = patterns[i].Type ?? "";
            errors.Invalid(path.Index(i).Child("type"), type, QualifiedNames.Name(type));
            if (string.IsNullOrEmpty(patterns[i].Status))
                errors.Required(path.Index(i).Child("status"), JobFields.ValidValues(JobFields.ConditionStatus));
            else
                JobFields.ConditionStatus.Check(patterns[i].Status, path.Index(i), "status", errors);
        }
    }

    private static void ValidateExitCodes(JobSpec spec, PodFailurePolicyOnExitCodesRequirement codes, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(codes.Operator))
            errors.Required(path.Child("operator"), JobFields.ValidValues(JobFields.ExitCodeOperator));
        else
            JobFields.ExitCodeOperator.Check(codes.Operator, path, "operator", errors);
        if (codes.ContainerName is { } container && !HasContainer(spec, container))
            errors.Invalid(path.Child("containerName"), container, "must be one of the container or initContainer names in the pod template");

        var values = codes.Values ?? [];
        var valuesPath = path.Child("values");
        if (values.Count == 0)
            errors.Invalid(valuesPath, GoText.Of(codes.Values), "at least one value is required");
        else if (values.Count > MostExitCodes)
            errors.TooMany(valuesPath, values.Count, MostExitCodes);

        var ordered = true;
        var seen = new HashSet<int>();
        for (var i = 0; i < values.Count; i++)
        {
            if (codes.Operator == "In" && values[i] == 0)
                errors.Invalid(valuesPath.Index(i), 0, "must not be 0 for the In operator");
            if (!seen.Add(values[i]))
                errors.Duplicate(valuesPath.Index(i), values[i]);
            ordered &= i == 0 || values[i - 1] <= values[i];
        }

        if (!ordered)
            errors.Invalid(valuesPath, GoText.Of(values), "must be ordered");
    }

    private static bool HasContainer(JobSpec spec, string name) =>
        spec.Template?.Spec?.Containers?.Any(container => container.Name == name) == true
        || spec.Template?.Spec?.InitContainers?.Any(container => container.Name == name) == true;
}
