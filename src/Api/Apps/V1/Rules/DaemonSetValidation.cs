using CloudletK8s.Api.Meta.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Apps.V1.Rules;

internal static class DaemonSetValidation
{
    public static void ValidateSpec(DaemonSetSpec spec, FieldPath path, FieldErrors errors, DaemonSetSpec? old = null)
    {
        LabelSelectorValidation.Validate(spec.Selector, path.Child("selector"), errors);
        var template = spec.Template ?? new();
        if (SelectorLogic.IsUsable(spec.Selector))
            PodTemplates.ValidateSelected(spec.Selector, template, path.Child("template"), errors);
        if (spec.Selector is not null && LabelSelectorValidation.IsEmpty(spec.Selector))
            errors.Invalid(path.Child("selector"), GoText.Of(spec.Selector), "empty selector is invalid for daemonset");

        PodTemplates.Validate(template, path.Child("template"), errors, old?.Template);
        PodTemplates.ValidateRunsForever(template, "DaemonSet", path.Child("template"), errors);
        Numbers.NonNegative(spec.MinReadySeconds, path, "minReadySeconds", errors);
        ValidateStrategy(spec.UpdateStrategy ?? new(), path.Child("updateStrategy"), errors);
        Numbers.NonNegative(spec.RevisionHistoryLimit, path, "revisionHistoryLimit", errors);
    }

    public static void ValidateStatus(DaemonSetStatus status, DaemonSetStatus old, FieldPath path, FieldErrors errors)
    {
        Numbers.NonNegative(status.CurrentNumberScheduled, path, "currentNumberScheduled", errors);
        Numbers.NonNegative(status.NumberMisscheduled, path, "numberMisscheduled", errors);
        Numbers.NonNegative(status.DesiredNumberScheduled, path, "desiredNumberScheduled", errors);
        Numbers.NonNegative(status.NumberReady, path, "numberReady", errors);
        Numbers.NonNegative(status.ObservedGeneration, path, "observedGeneration", errors);
        Numbers.NonNegative(status.UpdatedNumberScheduled, path, "updatedNumberScheduled", errors);
        Numbers.NonNegative(status.NumberAvailable, path, "numberAvailable", errors);
        Numbers.NonNegative(status.NumberUnavailable, path, "numberUnavailable", errors);
        Numbers.NonNegative(status.CollisionCount, path, "collisionCount", errors);
        Numbers.NotDecremented(status.CollisionCount, old.CollisionCount, path, "collisionCount", errors);
    }

    private static void ValidateStrategy(DaemonSetUpdateStrategy strategy, FieldPath path, FieldErrors errors)
    {
        if (strategy.Type == "OnDelete")
            return;

        if (strategy.Type != "RollingUpdate")
            errors.NotSupported(path, Shown(strategy), WorkloadFields.DaemonSetStrategyType.Values);
        else if (strategy.RollingUpdate is null)
            errors.Required(path.Child("rollingUpdate"));
        else
            ValidateRollingUpdate(strategy.RollingUpdate, path.Child("rollingUpdate"), errors);
    }

    private static void ValidateRollingUpdate(RollingUpdateDaemonSet update, FieldPath path, FieldErrors errors)
    {
        var maxUnavailable = update.MaxUnavailable ?? IntOrString.Of(0);
        var maxSurge = update.MaxSurge ?? IntOrString.Of(0);
        IntOrPercent.NonNegative(maxUnavailable, path.Child("maxUnavailable"), errors);
        IntOrPercent.NonNegative(maxSurge, path.Child("maxSurge"), errors);
        IntOrPercent.AtMostAll(maxUnavailable, path.Child("maxUnavailable"), errors);
        IntOrPercent.AtMostAll(maxSurge, path.Child("maxSurge"), errors);
        switch (IntOrPercent.IsZero(maxUnavailable), IntOrPercent.IsZero(maxSurge))
        {
            case (false, false):
                errors.Invalid(path.Child("maxSurge"), GoText.Of(maxSurge), "may not be set when maxUnavailable is non-zero");
                break;
            case (true, true):
                errors.Required(path.Child("maxUnavailable"), "cannot be 0 when maxSurge is 0");
                break;
        }
    }

    private static ShownAs Shown(DaemonSetUpdateStrategy strategy)
    {
        var update = strategy.RollingUpdate is null ? "(*apps.RollingUpdateDaemonSet)(nil)" : "(*apps.RollingUpdateDaemonSet)(0x0)";
        return new($"apps.DaemonSetUpdateStrategy{{Type:\"{strategy.Type}\", RollingUpdate:{update}}}");
    }
}
