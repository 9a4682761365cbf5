using CloudletK8s.Api.Core.V1;
using CloudletK8s.Api.Meta.V1.Rules;
using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Apps.V1.Rules;

internal static class StatefulSetValidation
{
    private const string AboveReplicas = "cannot be greater than status.replicas";

    private static readonly string[] Mutable =
        ["replicas", "template", "updateStrategy", "minReadySeconds", "ordinals", "persistentVolumeClaimRetentionPolicy"];

    public static void ValidateSpec(StatefulSetSpec spec, FieldPath path, FieldErrors errors)
    {
        ValidatePodManagement(spec.PodManagementPolicy, path.Child("podManagementPolicy"), errors);
        ValidateUpdateStrategy(spec.UpdateStrategy ?? new(), path.Child("updateStrategy"), errors);
        if (spec.PersistentVolumeClaimRetentionPolicy is { } retention)
        {
            var retentionPath = path.Child("persistentVolumeClaimRetentionPolicy");
            WorkloadFields.RetentionPolicy.Check(retention.WhenDeleted, retentionPath, "whenDeleted", errors);
            WorkloadFields.RetentionPolicy.Check(retention.WhenScaled, retentionPath, "whenScaled", errors);
        }

        Numbers.NonNegative(spec.Replicas, path, "replicas", errors);
        Numbers.NonNegative(spec.MinReadySeconds, path, "minReadySeconds", errors);
        Numbers.NonNegative(spec.Ordinals?.Start, path, "ordinals.start", errors);
        WorkloadSelector.Validate(spec.Selector, "statefulset", path, errors);
        ValidateTemplate(spec, spec.Template ?? new(), path.Child("template"), errors);
    }

    public static void ValidateUnchanged(TreeObject spec, TreeObject old, FieldPath path, FieldErrors errors)
    {
        var restored = spec.ShallowCopy();
        foreach (var name in Mutable)
            restored[name] = old[name];

        if (!restored.SameAs(old))
        {
            errors.Forbidden(path, "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden");
        }
    }

    public static void ValidateStatus(StatefulSetStatus status, StatefulSetStatus old, FieldPath path, FieldErrors errors)
    {
        Numbers.NonNegative(status.Replicas, path, "replicas", errors);
        Numbers.NonNegative(status.ReadyReplicas, path, "readyReplicas", errors);
        Numbers.NonNegative(status.CurrentReplicas, path, "currentReplicas", errors);
        Numbers.NonNegative(status.UpdatedReplicas, path, "updatedReplicas", errors);
        Numbers.NonNegative(status.AvailableReplicas, path, "availableReplicas", errors);
        Numbers.NonNegative(status.ObservedGeneration, path, "observedGeneration", errors);
        Numbers.NonNegative(status.CollisionCount, path, "collisionCount", errors);
        if (status.ReadyReplicas > status.Replicas)
            errors.Invalid(path.Child("readyReplicas"), status.ReadyReplicas, AboveReplicas);
        if (status.CurrentReplicas > status.Replicas)
            errors.Invalid(path.Child("currentReplicas"), status.CurrentReplicas, AboveReplicas);
        if (status.UpdatedReplicas > status.Replicas)
            errors.Invalid(path.Child("updatedReplicas"), status.UpdatedReplicas, AboveReplicas);
        if (status.AvailableReplicas > status.Replicas)
            errors.Invalid(path.Child("availableReplicas"), status.AvailableReplicas, AboveReplicas);
        if (status.AvailableReplicas > status.ReadyReplicas)
            errors.Invalid(path.Child("availableReplicas"), status.AvailableReplicas, "cannot be greater than status.readyReplicas");

        Numbers.NotDecremented(status.CollisionCount, old.CollisionCount, path, "collisionCount", errors);
    }

    private static void ValidatePodManagement(string? policy, FieldPath path, FieldErrors errors)
    {
        if (string.IsNullOrEmpty(policy))
            errors.Required(path);
        else if (policy is not ("OrderedReady" or "Parallel"))
            errors.Invalid(path, policy, "must be 'OrderedReady' or 'Parallel'");
    }

    private static void ValidateUpdateStrategy(StatefulSetUpdateStrategy strategy, FieldPath path, FieldErrors errors)
    {
        switch (strategy.Type)
        {
            case null or "":
                errors.Required(path);
                break;
            case "OnDelete":
                if (strategy.RollingUpdate is { } unwanted)
                    errors.Invalid(path.Child("rollingUpdate"), Shown(unwanted), "only allowed for updateStrategy 'RollingUpdate'");
                break;
            case "RollingUpdate":
                if (strategy.RollingUpdate is { } update)
                    ValidateRollingUpdate(update, path.Child("rollingUpdate"), errors);
                break;
            default:
                errors.Invalid(path, Shown(strategy), "must be 'RollingUpdate' or 'OnDelete'");
                break;
        }
    }

    private static void ValidateRollingUpdate(RollingUpdateStatefulSetStrategy update, FieldPath path, FieldErrors errors)
    {
        Numbers.NonNegative(update.Partition, path, "partition", errors);
        if (update.MaxUnavailable is not { } maxUnavailable)
            return;

        IntOrPercent.NonNegative(maxUnavailable, path.Child("maxUnavailable"), errors);
        if (IntOrPercent.IsZero(maxUnavailable))
            errors.Invalid(path.Child("maxUnavailable"), GoText.Of(maxUnavailable), "cannot be 0");
        IntOrPercent.AtMostAll(maxUnavailable, path.Child("maxUnavailable"), errors);
    }

    /// <summary>The pod itself is not looked at: its volumes are only known together with the claims made for it.</summary>
    private static void ValidateTemplate(StatefulSetSpec spec, PodTemplateSpec template, FieldPath path, FieldErrors errors)
    {
        if (SelectorLogic.IsUsable(spec.Selector))
        {
            PodTemplates.ValidateSelected(spec.Selector, template, path, errors);
            MetadataRules.ValidateTemplate(template.Metadata?.Labels, template.Metadata?.Annotations, path, errors);
        }
        else
        {
            errors.Invalid(FieldPath.Root("spec").Child("selector"), GoText.Of(spec.Selector!), "");
        }

        PodTemplates.ValidateRunsForever(template, "StatefulSet", path, errors);
    }

    private static ShownAs Shown(RollingUpdateStatefulSetStrategy update) =>
        new($"apps.RollingUpdateStatefulSetStrategy{{Partition:{update.Partition ?? 0}, MaxUnavailable:(*intstr.IntOrString)(nil)}}");

    private static ShownAs Shown(StatefulSetUpdateStrategy strategy)
    {
        var update = strategy.RollingUpdate is null ? "(*apps.RollingUpdateStatefulSetStrategy)(nil)" : "(*apps.RollingUpdateStatefulSetStrategy)(0x0)";
        return new($"apps.StatefulSetUpdateStrategy{{Type:\"{strategy.Type}\", RollingUpdate:{update}}}");
    }
}
