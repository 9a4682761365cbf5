using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;

namespace CloudletK8s.Api.Autoscaling.V2.Rules;

internal static class HorizontalPodAutoscalerValidation
{
    private const int LongestWindowSeconds = 3600;
    private const int LongestPeriodSeconds = 1800;

    private static readonly EnumField SelectPolicies = EnumField.OfTexts("Disabled", "Max", "Min");
    private static readonly EnumField PolicyTypes = EnumField.OfTexts("Percent", "Pods");

    /// <param name="fewest">What minReplicas may be at least.</param>
    public static void Validate(HorizontalPodAutoscalerSpec spec, int fewest, FieldPath path, FieldErrors errors)
    {
        if (spec.MinReplicas < fewest)
            errors.Invalid(path.Child("minReplicas"), spec.MinReplicas, $"must be greater than or equal to {fewest}");
        if (spec.MaxReplicas < 1)
            errors.Invalid(path.Child("maxReplicas"), spec.MaxReplicas, "must be greater than 0");
        if (spec.MaxReplicas < spec.MinReplicas)
            errors.Invalid(path.Child("maxReplicas"), spec.MaxReplicas, "must be greater than or equal to `minReplicas`");

        ValidateReference(spec.ScaleTargetRef ?? new(), path.Child("scaleTargetRef"), errors);
        MetricValidation.Validate(spec.Metrics ?? [], path.Child("metrics"), spec.MinReplicas, errors);
        ValidateRules(spec.Behavior?.ScaleUp, path.Child("behavior", "scaleUp"), errors);
        ValidateRules(spec.Behavior?.ScaleDown, path.Child("behavior", "scaleDown"), errors);
    }

    public static void ValidateReference(CrossVersionObjectReference reference, FieldPath path, FieldErrors errors)
    {
        ValidateSegment(reference.Kind, path.Child("kind"), "", errors);
        ValidateSegment(reference.Name, path.Child("name"), "", errors);
    }

    public static void ValidateSegment(string? value, FieldPath path, string missing, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(value))
            errors.Required(path, missing);
        else
            errors.Invalid(path, value, Names.PathSegment(value, prefix: false));
    }

    private static void ValidateRules(HPAScalingRules? rules, FieldPath path, FieldErrors errors)
    {
        if (rules is null)
            return;

        if (rules.StabilizationWindowSeconds < 0)
            errors.Invalid(path.Child("stabilizationWindowSeconds"), rules.StabilizationWindowSeconds, "must be greater than or equal to zero");
        if (rules.StabilizationWindowSeconds > LongestWindowSeconds)
            errors.Invalid(path.Child("stabilizationWindowSeconds"), rules.StabilizationWindowSeconds, $"must be less than or equal to {LongestWindowSeconds}");

        SelectPolicies.CheckOptional(rules.SelectPolicy, path, "selectPolicy", errors);
        var policies = rules.Policies ?? [];
        if (policies.Count == 0)
            errors.Required(path.Child("policies"), "must specify at least one Policy");
        for (var i = 0; i < policies.Count; i++)
            ValidatePolicy(policies[i], path.Child("policies").Index(i), errors);
    }

    private static void ValidatePolicy(HPAScalingPolicy policy, FieldPath path, FieldErrors errors)
    {
        PolicyTypes.Check(policy.Type, path, "type", errors);
        if (policy.Value <= 0)
            errors.Invalid(path.Child("value"), policy.Value, Wording.NotPositive);
        if (policy.PeriodSeconds <= 0)
            errors.Invalid(path.Child("periodSeconds"), policy.PeriodSeconds, Wording.NotPositive);
        if (policy.PeriodSeconds > LongestPeriodSeconds)
            errors.Invalid(path.Child("periodSeconds"), policy.PeriodSeconds, $"must be less than or equal to {LongestPeriodSeconds}");
    }
}
