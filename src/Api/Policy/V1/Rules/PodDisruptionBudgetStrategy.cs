using CloudletK8s.Api.Apps.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Policy.V1.Rules;

internal sealed class PodDisruptionBudgetStrategy : KindStrategy
{
    private static readonly EnumField EvictionPolicies = EnumField.Of<PodDisruptionBudgetSpec>("unhealthyPodEvictionPolicy");

    public override bool AllowUnconditionalUpdate => false;

    public override void ValidateCreate(TreeObject obj, RuleContext context, FieldErrors errors) =>
        Validate(Workloads.Spec<PodDisruptionBudgetSpec>(obj), obj, false, errors);

    public override void ValidateUpdate(TreeObject obj, TreeObject old, RuleContext context, FieldErrors errors)
    {
        if (context.Subresource == "status")
        {
            ValidateStatus(Workloads.Status<PodDisruptionBudgetStatus>(obj), Workloads.StatusPath, errors);
            return;
        }

        var tolerant = LabelSelectorValidation.HasInvalidValue(Workloads.Spec<PodDisruptionBudgetSpec>(old).Selector);
        Validate(Workloads.Spec<PodDisruptionBudgetSpec>(obj), obj, tolerant, errors);
    }

    private static void Validate(PodDisruptionBudgetSpec spec, TreeObject obj, bool allowInvalidValues, FieldErrors errors)
    {
        var path = Workloads.SpecPath;
        if (spec.MinAvailable is not null && spec.MaxUnavailable is not null)
            errors.Invalid(path, obj["spec"], "minAvailable and maxUnavailable cannot be both set");

        if (spec.MinAvailable is { } minAvailable)
        {
            IntOrPercent.NonNegative(minAvailable, path.Child("minAvailable"), errors);
            IntOrPercent.AtMostAll(minAvailable, path.Child("minAvailable"), errors);
        }

        if (spec.MaxUnavailable is { } maxUnavailable)
        {
            IntOrPercent.NonNegative(maxUnavailable, path.Child("maxUnavailable"), errors);
            IntOrPercent.AtMostAll(maxUnavailable, path.Child("maxUnavailable"), errors);
        }

        LabelSelectorValidation.Validate(spec.Selector, path.Child("selector"), errors, allowInvalidValues);
        EvictionPolicies.CheckOptional(spec.UnhealthyPodEvictionPolicy, path, "unhealthyPodEvictionPolicy", errors);
    }

    private static void ValidateStatus(PodDisruptionBudgetStatus status, FieldPath path, FieldErrors errors)
    {
        ConditionValidation.Validate(status.Conditions, path.Child("conditions"), errors);
        Numbers.NonNegative(status.DisruptionsAllowed, path, "disruptionsAllowed", errors);
        Numbers.NonNegative(status.CurrentHealthy, path, "currentHealthy", errors);
        Numbers.NonNegative(status.DesiredHealthy, path, "desiredHealthy", errors);
        Numbers.NonNegative(status.ExpectedPods, path, "expectedPods", errors);
    }
}
