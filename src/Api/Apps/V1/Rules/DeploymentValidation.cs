using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Apps.V1.Rules;

internal static class DeploymentValidation
{
    private const string AboveReplicas = "cannot be greater than status.replicas";

    public static void ValidateSpec(DeploymentSpec spec, FieldPath path, FieldErrors errors, DeploymentSpec? old = null)
    {
        Numbers.NonNegative(spec.Replicas, path, "replicas", errors);
        WorkloadSelector.Validate(spec.Selector, "deployment", path, errors);
        WorkloadSelector.ValidateTemplate(spec.Selector, spec.Template ?? new(), path, errors, old?.Template);
        ValidateStrategy(spec.Strategy ?? new(), path.Child("strategy"), errors);
        Numbers.NonNegative(spec.MinReadySeconds, path, "minReadySeconds", errors);
        Numbers.NonNegative(spec.RevisionHistoryLimit, path, "revisionHistoryLimit", errors);
        Numbers.NonNegative(spec.ProgressDeadlineSeconds, path, "progressDeadlineSeconds", errors);
        if (spec.ProgressDeadlineSeconds <= spec.MinReadySeconds)
            errors.Invalid(path.Child("progressDeadlineSeconds"), spec.ProgressDeadlineSeconds, "must be greater than minReadySeconds");
    }

    public static void ValidateStatus(DeploymentStatus status, DeploymentStatus old, FieldPath path, FieldErrors errors)
    {
        Numbers.NonNegative(status.ObservedGeneration, path, "observedGeneration", errors);
        Numbers.NonNegative(status.Replicas, path, "replicas", errors);
        Numbers.NonNegative(status.UpdatedReplicas, path, "updatedReplicas", errors);
        Numbers.NonNegative(status.ReadyReplicas, path, "readyReplicas", errors);
        Numbers.NonNegative(status.AvailableReplicas, path, "availableReplicas", errors);
        Numbers.NonNegative(status.UnavailableReplicas, path, "unavailableReplicas", errors);
        Numbers.NonNegative(status.CollisionCount, path, "collisionCount", errors);
        if (status.UpdatedReplicas > status.Replicas)
            errors.Invalid(path.Child("updatedReplicas"), status.UpdatedReplicas, AboveReplicas);
        if (status.ReadyReplicas > status.Replicas)
            errors.Invalid(path.Child("readyReplicas"), status.ReadyReplicas, AboveReplicas);
        if (status.AvailableReplicas > status.Replicas)
            errors.Invalid(path.Child("availableReplicas"), status.AvailableReplicas, AboveReplicas);
        if (status.AvailableReplicas > status.ReadyReplicas)
            errors.Invalid(path.Child("availableReplicas"), status.AvailableReplicas, "cannot be greater than readyReplicas");

        Numbers.NotDecremented(status.CollisionCount, old.CollisionCount, path, "collisionCount", errors);
    }

    private static void ValidateStrategy(DeploymentStrategy strategy, FieldPath path, FieldErrors errors)
    {
        switch (strategy.Type)
        {
            case "Recreate":
                if (strategy.RollingUpdate is not null)
                    errors.Forbidden(path.Child("rollingUpdate"), "may not be specified when strategy `type` is 'Recreate'");
                break;
            case "RollingUpdate":
                if (strategy.RollingUpdate is null)
                    errors.Required(path.Child("rollingUpdate"), "this should be defaulted and never be nil");
                else
                    ValidateRollingUpdate(strategy.RollingUpdate, path.Child("rollingUpdate"), errors);
                break;
            default:
                errors.NotSupported(path, Shown(strategy), WorkloadFields.DeploymentStrategyType.Values);
                break;
        }
    }

    private static void ValidateRollingUpdate(RollingUpdateDeployment update, FieldPath path, FieldErrors errors)
    {
        var maxUnavailable = update.MaxUnavailable ?? IntOrString.Of(0);
        var maxSurge = update.MaxSurge ?? IntOrString.Of(0);
        IntOrPercent.NonNegative(maxUnavailable, path.Child("maxUnavailable"), errors);
        IntOrPercent.NonNegative(maxSurge, path.Child("maxSurge"), errors);
        if (IntOrPercent.IsZero(maxUnavailable) && IntOrPercent.IsZero(maxSurge))
            errors.Invalid(path.Child("maxUnavailable"), GoText.Of(maxUnavailable), "may not be 0 when `maxSurge` is 0");
        IntOrPercent.AtMostAll(maxUnavailable, path.Child("maxUnavailable"), errors);
    }

    private static ShownAs Shown(DeploymentStrategy strategy)
    {
        var update = strategy.RollingUpdate is null ? "(*apps.RollingUpdateDeployment)(nil)" : "(*apps.RollingUpdateDeployment)(0x0)";
        return new($"apps.DeploymentStrategy{{Type:\"{strategy.Type}\", RollingUpdate:{update}}}");
    }
}
