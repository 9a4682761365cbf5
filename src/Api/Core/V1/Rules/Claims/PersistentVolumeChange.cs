using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;

namespace CloudletK8s.Api.Core.V1.Rules.Claims;

/// <summary>Where a volume's storage is cannot change; paths of the errors are Kubernetes' own.</summary>
internal static class PersistentVolumeChange
{
    public static void Validate(TreeObject spec, TreeObject old, FieldErrors errors)
    {
        ValidateSource(spec, old, errors);
        if (!Tree.Same(spec["volumeMode"], old["volumeMode"]))
            errors.Invalid(FieldPath.Root("volumeMode"), spec.Text("volumeMode"), Wording.Immutable);
        if (old.Object("nodeAffinity") is { } affinity && !LabelsInAffinity.SameButRenamed(spec.Object("nodeAffinity"), affinity))
            errors.Invalid(FieldPath.Root("nodeAffinity"), spec["nodeAffinity"], Wording.Immutable + ", except for updating from beta label to GA");
        AttributesClass.ValidateChange(spec, old, allowEmpty: true, errors);
    }

    private static void ValidateSource(TreeObject spec, TreeObject old, FieldErrors errors)
    {
        var before = VolumeSpecs.Source(old);
        var now = VolumeSpecs.Source(spec);

        // A secret for expansion may be added later.
        if (before.Object("csi") is { } csi && !csi.Has("controllerExpandSecretRef") && now.Object("csi") is { } changed)
        {
            now.Set("csi", changed.ShallowCopy());
            now.Object("csi")!.Remove("controllerExpandSecretRef");
        }

        if (!now.SameAs(before))
        {
            errors.Forbidden(
                FieldPath.Root("spec").Child("persistentvolumesource"),
                "spec.persistentvolumesource is immutable after creation\n" + TreeDifference.Describe(before, now, "spec"));
        }
    }
}
