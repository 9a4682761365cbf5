using CloudletK8s.Api.Rules;
using CloudletK8s.Api.Rules.Checks;
using CloudletK8s.Api.Trees;
using CloudletK8s.Api.Values;

namespace CloudletK8s.Api.Core.V1.Rules.Claims;

/// <summary>
/// A claim stays what it asked for, so that quotas hold: its volume is named once, its class may be filled in once, and its size may
/// grow while it is bound.
/// </summary>
internal static class ClaimChange
{
    private static readonly FieldPath Spec = FieldPath.Root("spec");

    public static void Validate(TreeObject obj, TreeObject old, FieldErrors errors)
    {
        var spec = obj.Object("spec")?.CloneObject() ?? new();
        var before = old.Object("spec")?.CloneObject() ?? new();
        if (string.IsNullOrEmpty(before.Text("volumeName")))
            before["volumeName"] = spec["volumeName"];
        AllowClass(obj, old, spec, before, errors);

        if (obj.Object("status")?.Text("phase") == "Bound")
            AllowSize(spec, before);

        if (!spec.SameAs(before))
        {
            errors.Forbidden(
                Spec, "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims\n" + TreeDifference.Describe(before, spec, "spec"));
        }

        ValidateSize(obj, old, errors);
        if (!Tree.Same(spec["volumeMode"], before["volumeMode"]))
            errors.Invalid(FieldPath.Root("volumeMode"), spec.Text("volumeMode"), Wording.Immutable);
        AttributesClass.ValidateChange(obj.Object("spec") ?? new(), old.Object("spec") ?? new(), allowEmpty: false, errors);
    }

    private static void AllowClass(TreeObject obj, TreeObject old, TreeObject spec, TreeObject before, FieldErrors errors)
    {
        var annotation = Annotation(obj);
        var oldAnnotation = Annotation(old);
        var name = spec.Text("storageClassName");
        if (before.Text("storageClassName") is not null)
        {
            if ((annotation ?? "") != (oldAnnotation ?? ""))
                Refuse();
            return;
        }

        // The class moves from the annotation of old to its field, or is filled in where there was none.
        var moved = oldAnnotation is not null && name == oldAnnotation && (annotation is null || annotation == oldAnnotation);
        if (!moved && (annotation ?? "") != (oldAnnotation ?? ""))
            Refuse();
        if (name is not null && (oldAnnotation is null || oldAnnotation == name))
            spec.Remove("storageClassName");

        void Refuse() => errors.Invalid(
            FieldPath.Root("metadata").Child("annotations").Key(VolumeWarnings.StorageClass), annotation ?? "", Wording.Immutable);
    }

    private static void AllowSize(TreeObject spec, TreeObject before)
    {
        if (spec.Object("resources")?.Object("requests") is { } requests)
            requests["storage"] = before.Object("resources")?.Object("requests")?["storage"];
        if (spec.Has(AttributesClass.Member))
            spec[AttributesClass.Member] = before[AttributesClass.Member];
    }

    /// <summary>An expansion that failed may be taken back, but not below what the volume has.</summary>
    private static void ValidateSize(TreeObject obj, TreeObject old, FieldErrors errors)
    {
        if (Size(obj) >= Size(old))
            return;

        if (Size(obj) <= Amount(old.Object("status")?.Object("capacity")))
            errors.Forbidden(Spec.Child("resources", "requests").Child("storage"), "field can not be less than status.capacity");
    }

    private static Quantity Size(TreeObject claim) => Amount(claim.Object("spec", "resources")?.Object("requests"));

    private static Quantity Amount(TreeObject? amounts) =>
        Quantity.TryParse(amounts?.Text("storage") ?? "0", out var amount) ? amount : Quantity.Zero;

    private static string? Annotation(TreeObject obj) => obj.Object("metadata", "annotations")?.Text(VolumeWarnings.StorageClass);
}
